"""A .docx from a template that staff may edit, filled in; the same figures give the same bytes."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateError, UndefinedError

from pipeline.messages import yearly as words
from pipeline.stop import CannotRunError
from pipeline.write.template import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MARK = b"school-aid"  # the comment of our archives: an office program that saves the file drops it
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def write_document(template: str, context: Mapping[str, object], about: tuple[str, str, dt.date], path: Path) -> None:
    """Fill in the template of that name and write it to path.

    about: title, author and date of the document. CannotRunError if the template cannot be used, OSError if the file
    cannot be written.
    """
    title, author, day = about
    document = _filled(template, context)
    properties = document.docx.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.created = properties.modified = dt.datetime.combine(day, dt.time())
    raw = BytesIO()
    document.save(raw)
    path.write_bytes(_with_fixed_dates(raw))


def was_edited(path: Path) -> bool:
    """Whether the file is there and not as the program wrote it, so that somebody has worked on it."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.comment != _MARK
    except FileNotFoundError:
        return False
    except (OSError, zipfile.BadZipFile):
        return True


def _filled(name: str, context: Mapping[str, object]) -> DocxTemplate:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    try:
        document = DocxTemplate(BytesIO((FOLDER / name).read_bytes()))
        document.render(dict(context), environment)
    except OSError as error:
        raise _broken(name, words.TEMPLATE_MISSING) from error
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, SyntaxError) as error:
        # SyntaxError is what a part that is no XML raises.
        raise _broken(name, words.TEMPLATE_DAMAGED) from error
    except UndefinedError as error:
        raise _broken(name, words.TEMPLATE_UNKNOWN.format(name=_quoted(error))) from error
    except TemplateError as error:
        raise _broken(name, words.TEMPLATE_SYNTAX.format()) from error
    return document


def _broken(name: str, why: str) -> CannotRunError:
    return CannotRunError("template_broken", name=name, why=why)


def _quoted(error: UndefinedError) -> str:
    """The name that Jinja complains of: "'收人' is undefined", "… has no attribute '金客'"."""
    parts = (error.message or "").split("'")
    return parts[-2] if len(parts) > 2 else ""  # noqa: PLR2004 - text, name, text


def _with_fixed_dates(raw: BytesIO) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            entry.create_system = 3
            target.writestr(entry, source.read(name))
        target.comment = _MARK
    return out.getvalue()
