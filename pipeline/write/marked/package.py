"""The parts of a workbook's archive, their relations and types; what is not changed is handed on as it was."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from pipeline.marks import MARK_PROPERTY
from pipeline.read.package import read_part
from pipeline.read.traps import sheet_parts
from pipeline.write.marked.xml import HEAD, UnmarkableError, attributes, insert_before_end, prefix_of

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of all custom properties
_STRICT = "purl.oclc.org/ooxml"
_SHEET_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
KINDS = {
    "comments": f"{_SHEET_KIND}.comments+xml",
    "vmlDrawing": "application/vnd.openxmlformats-officedocument.vmlDrawing",
    "custom-properties": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}


class Package:
    """A workbook taken apart. UnmarkableError if it is no workbook whose parts this module knows."""

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._parts = {name: read_part(archive, name) for name in archive.namelist() if not name.endswith("/")}
                self.sheets = sheet_parts(archive)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnmarkableError from error
        if not self.sheets or _STRICT in self.text("xl/workbook.xml"):
            raise UnmarkableError

    def text(self, part: str) -> str:
        """A part as text."""
        try:
            return self._parts[part].decode("utf-8-sig")
        except (KeyError, UnicodeDecodeError) as error:
            raise UnmarkableError from error

    def put(self, part: str, text: str) -> None:
        """Replace a part, or add one."""
        self._parts[part] = text.encode()

    def related(self, part: str, kind: str) -> str | None:
        """The part that another relates to by that kind (comments, vmlDrawing)."""
        for found in self._relations(part):
            if found.get("Type", "").endswith(f"/{kind}") and found.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), found["Target"])).lstrip("/")
                return target if target in self._parts else None
        return None

    def relate(self, part: str, target: str, kind: str) -> str:
        """Relate a part to a new one of that kind and state its type; returns the relation's id."""
        name = _relations_of(part)
        xml = self.text(name) if name in self._parts else f'{HEAD}<Relationships xmlns="{_RELATIONS}"></Relationships>'
        taken = {found.get("Id") for found in self._relations(part)}
        number = next(each for each in range(1, len(taken) + 2) if f"rIdMark{each}" not in taken)
        relation = f'Id="rIdMark{number}" Type="{OFFICE}/{kind}" Target="/{target}"'
        element = f'<Relationship xmlns="{_RELATIONS}" {relation}/>'
        self.put(name, insert_before_end(xml, f"{prefix_of(xml)}Relationships", element))
        self._state_type(target, KINDS[kind])
        return f"rIdMark{number}"

    def free_name(self, stem: str, ending: str) -> str:
        """A name for a new part that no part has yet."""
        return next(name for number in range(1, 10_000) if (name := f"{stem}{number}{ending}") not in self._parts)

    def set_mark(self) -> None:
        """State in the document's properties that this is a marked copy."""
        part = self.related("", "custom-properties")
        if part is None:
            part = "docProps/custom.xml"
            self.put(part, f'{HEAD}<Properties xmlns="{_CUSTOM}"></Properties>')
            self.relate("", part, "custom-properties")
        xml = self.text(part)
        number = max([1, *(int(pid) for pid in re.findall(r"\spid=[\"'](\d+)", xml))]) + 1
        value = f'<vt:lpwstr xmlns:vt="{_VALUES}">1</vt:lpwstr>'
        element = f'<property xmlns="{_CUSTOM}" fmtid="{_FORMAT_ID}" pid="{number}" name="{MARK_PROPERTY}">{value}'
        self.put(part, insert_before_end(xml, f"{prefix_of(xml)}Properties", f"{element}</property>"))

    def save(self, path: Path) -> None:
        """Write the archive."""
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in self._parts.items():
                info = zipfile.ZipInfo(name)  # without a time of its own: the same copy has the same bytes
                info.external_attr = 0o644 << 16
                archive.writestr(info, data, zipfile.ZIP_DEFLATED)

    def _relations(self, part: str) -> list[dict[str, str]]:
        name = _relations_of(part)
        if name not in self._parts:
            return []
        return [attributes(tag) for tag in re.findall(r"<(?:[\w.-]+:)?Relationship\s[^>]*>", self.text(name))]

    def _state_type(self, part: str, kind: str) -> None:
        xml = self.text(_TYPES)
        p = prefix_of(xml)
        if f'PartName="/{part}"' not in xml:
            xml = insert_before_end(xml, f"{p}Types", f'<{p}Override PartName="/{part}" ContentType="{kind}"/>')
        self.put(_TYPES, xml)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
