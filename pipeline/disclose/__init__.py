"""The public view: all that the pages to post may show. What writes the pages sees nothing else."""

from pipeline.disclose.view import public_view

__all__ = ["public_view"]
