#!/usr/bin/env python3
"""Learns what the features of a pronoun's candidates weigh. Standard library only; the same result every time.

    pronouns.py GOLD.jsonl EXAMPLES.jsonl >crates/claims/src/speakers/weights.rs

GOLD: articles with "mentions": [{"entity", "type", "span"}] in code points (see docs/accuracy.md). EXAMPLES: as written
by `cargo run --release -p sayso-evaluate --example pronoun_examples -- static/english.model static/statements.model
GOLD.jsonl`.

For each pronoun, a softmax over its candidates (and, for "they", a candidate "nobody" with a weight of its own) is
fitted to the annotated antecedents by gradient descent with a quadratic penalty. Pronouns whose antecedent is not
among the candidates teach nothing for "he" and "she", and "nobody" for "they".
"""
import json
import math
import sys

PENALTY = {False: 2.0, True: 2.0}
# What a weight is drawn to where the articles say little; zero for the others. 34: the subject of the verb that the
# pronoun's own verb is coordinated with; 45: who spoke in the sentence before, for the subject of a verb of saying.
PRIOR = {34: 1.5, 45: 1.5}
STEPS = 1500
# How often each article counts that is not made up; there are far fewer of them.
REAL = 5
RATE = 0.02


def overlap(a, b):
    inner = min(a[1], b[1]) - max(a[0], b[0])
    return inner / (max(a[1], b[1]) - min(a[0], b[0])) if inner > 0 else 0.0


def entity_at(mentions, span):
    best = max(mentions, key=lambda m: overlap(m["span"], span), default=None)
    return best["entity"] if best and overlap(best["span"], span) >= 0.3 else None


def read(gold_path, example_path):
    gold = {d["id"]: d["mentions"] for d in map(json.loads, open(gold_path, encoding="utf-8"))}
    groups = {False: [], True: []}
    for line in open(example_path, encoding="utf-8"):
        example = json.loads(line)
        mentions = gold[example["id"]]
        entity = entity_at(mentions, example["span"])
        right = [entity is not None and entity_at(mentions, c["span"]) == entity for c in example["candidates"]]
        if any(right) or example["plural"]:
            times = 1 if ".txt-" in example["id"] else REAL
            groups[example["plural"]] += times * [([c["features"] for c in example["candidates"]], right)]
    return groups


def fit(examples, width, nobody, penalty):
    """Weights by Adam; the last is that of "nobody"."""
    weights = [0.0] * (width + 1)
    mean, square = [0.0] * (width + 1), [0.0] * (width + 1)
    sparse = [
        ([[(i, v) for i, v in enumerate(row) if v] for row in rows] + ([[(width, 1.0)]] if nobody else []),
         right + ([not any(right)] if nobody else []))
        for rows, right in examples
    ]
    for step in range(1, STEPS + 1):
        slope = [penalty * (w - PRIOR.get(i, 0.0)) for i, w in enumerate(weights)]
        for rows, right in sparse:
            scores = [sum(weights[i] * v for i, v in row) for row in rows]
            top = max(scores)
            odds = [math.exp(s - top) for s in scores]
            total, good = sum(odds), sum(o for o, r in zip(odds, right) if r)
            for row, o, r in zip(rows, odds, right):
                push = o / total - (o / good if r else 0.0)
                if push:
                    for i, v in row:
                        slope[i] += push * v
        for i, g in enumerate(slope):
            mean[i] = 0.9 * mean[i] + 0.1 * g
            square[i] = 0.999 * square[i] + 0.001 * g * g
            weights[i] -= RATE * (mean[i] / (1 - 0.9**step)) / (math.sqrt(square[i] / (1 - 0.999**step)) + 1e-8)
    hits = sum(r[max(range(len(r)), key=lambda k: sum(weights[i] * v for i, v in rows[k]))] for rows, r in sparse)
    print(f"{hits} of {len(sparse)} right", file=sys.stderr)
    return weights


def main(gold_path, example_path):
    groups = read(gold_path, example_path)
    width = len(groups[False][0][0][0])
    print("//! What the features of a pronoun's candidate weigh. Written by `training/pronouns.py`; do not edit.")
    for name, plural, doc in (("PERSON", False, '"He" and "she"'), ("PLURAL", True, '"They" and "it"')):
        weights = fit(groups[plural], width, plural, PENALTY[plural])
        needed = f"{weights[-1]:.2f}" if plural else "f32::NEG_INFINITY"
        print(f"\n/// {doc}: weights, and what a candidate must exceed.")
        print("#[rustfmt::skip]")
        print(f"pub(super) const {name}: (&[f32], f32) = (\n    &[")
        for at in range(0, width, 8):
            print("        " + " ".join(f"{w:.2f}," for w in weights[at:min(at + 8, width)]))
        print(f"    ],\n    {needed},\n);")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
