"""Backups: the whole database in one file that either engine can be made from again."""


class BackupError(Exception):
    """What was asked for cannot be done, in one sentence; nothing was changed."""
