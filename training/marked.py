#!/usr/bin/env python3
"""Passages in which everybody is marked, as articles with coreference: marked.py FILE.txt… >GOLD.jsonl. Standard library.

A file holds passages with a line "====" between them; a mention is `[words#key]`, may stand in another, and has the key
of all others that mean the same ("a+b" where two are meant). Spans are in code points.
"""
import json
import os
import re
import sys


def unmark(passage):
    """The passage without marks, and its mentions."""
    text, open_at, mentions = "", [], []
    for piece in re.findall(r"\[|#[^\]\s#]+\]|[^\[#]+|#", passage):
        if piece == "[":
            open_at.append(len(text))
        elif piece.endswith("]") and piece.startswith("#"):
            mentions.append({"entity": piece[1:-1], "type": "person", "span": [open_at.pop(), len(text)]})
        else:
            text += piece
    if open_at:
        raise ValueError(f"not closed: {passage[:60]!r}")
    return text, mentions


def main(paths):
    for path in paths:
        passages = open(path, encoding="utf-8").read().split("\n====\n")
        for number, passage in enumerate(passages):
            text, mentions = unmark(passage.strip())
            name = f"{os.path.basename(path)}-{number + 1}"
            print(json.dumps({"id": name, "text": text, "mentions": mentions}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
