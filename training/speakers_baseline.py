#!/usr/bin/env python3
"""What the resolution of speakers is measured against: names by equal surname, each pronoun to the nearest before it.

    speakers_baseline.py SAYSO GOLD.jsonl >predicted.jsonl

SAYSO is the command as built; GOLD gives {"id", "text"} a line. Names are the parser's entities; two are one person's
where their last words are equal. A singular pronoun, "I" included, means the nearest person before it whose gender is
the same or not known (by "Mr.", "Ms." and data/first_names.txt), a plural one the nearest body or people. Writes what
the scorer of speakers reads. Standard library only.
"""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
GENDER = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman", "hers": "woman"}
SINGULAR = set(GENDER) | {"i", "me", "my"}
PLURAL = {"they", "them", "their", "we", "us", "our"}


def first_names():
    names, heading = {}, None
    for line in open(os.path.join(HERE, "../crates/claims/data/first_names.txt"), encoding="utf-8"):
        line = line.strip()
        if line in ("man", "woman", "either"):
            heading = line
        elif line and not line.startswith("#"):
            names.update((name, heading) for name in line.split())
    return names


def tokens(sayso, text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        out = subprocess.run([sayso, "parse", file.name], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        fields = line.split("\t")
        if len(fields) == 10:
            misc = dict(item.split("=", 1) for item in fields[9].split("|") if "=" in item)
            start, end = map(int, misc["Range"].split(":"))
            yield fields[1], start, end, misc["Ent"]


def resolve(sayso, text, names):
    clusters, order, genders, kinds, open_ = {}, [], {}, {}, None
    before = ""
    for word, start, end, entity in tokens(sayso, text):
        lower = word.lower()
        if entity.startswith("I-") and open_:
            open_[1] = end
            open_[2].append(word)
        else:
            if open_:
                close(open_, clusters, order, genders, kinds, names)
                open_ = None
            if entity[2:] in ("PERSON", "ORG", "NORP"):
                open_ = [start, end, [word], entity[2:], before]
        if lower in SINGULAR | PLURAL and not open_:
            wanted = GENDER.get(lower)
            for key in reversed(order):
                person = kinds[key] == "PERSON"
                fits = not wanted or genders.get(key) in (wanted, None)
                if person == (lower in SINGULAR) and fits:
                    clusters[key].append([start, end])
                    break
        before = lower
    if open_:
        close(open_, clusters, order, genders, kinds, names)
    return [{"mentions": mentions} for mentions in clusters.values()]


def close(mention, clusters, order, genders, kinds, names):
    start, end, words, kind, before = mention
    words = [word for word in words if word not in ("'s", "’s")]
    if not words:
        return
    key = (kind, words[-1].lower())
    clusters.setdefault(key, []).append([start, end])
    kinds[key] = kind
    order.append(key)
    shown = {"mr.": "man", "ms.": "woman", "mrs.": "woman"}.get(before)
    shown = shown or (names.get(words[0].lower()) if len(words) > 1 else None)
    if kind == "PERSON" and shown in ("man", "woman"):
        genders[key] = shown


def main(sayso, gold):
    names = first_names()
    for line in open(gold, encoding="utf-8"):
        record = json.loads(line)
        print(json.dumps({"id": record["id"], "speakers": resolve(sayso, record["text"], names)}))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
