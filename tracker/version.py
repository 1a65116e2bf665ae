"""The version of this program, and the only place it is written."""

VERSION = "0.1.0"
