"""The last look at what was written before it is posted: no private value of any register may stand in it."""

from pipeline.privacy.scan import Leak, Permit, leak_findings, scan

__all__ = ["Leak", "Permit", "leak_findings", "scan"]
