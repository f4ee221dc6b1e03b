#!/usr/bin/env python3
"""Train the reader of statements: cues, then the source and content of each.

    train.py TRAIN DEV PASSAGES WEIGHTS.npz [--epochs N] [--parts N] [--seed N]

The first three are example files written by `training_examples`: of articles with their outermost attributions, to
learn from and to check on, and of passages with statements at every level, of which
every sixteenth is to check on. The architecture, the file format and the whole recipe are in README.md.
"""
import argparse
import multiprocessing
import os
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

# Steps of a weight in the tables' rows, each way from 0: so few for the sake of the file's size.
LEVELS = 7
# Share of embedding rows left out while training.
ROW_DROP = 0.12
LABELS = 4  # outside, source, cue, content
# From where on a judgement of a cue is told to what reads spans as higher; the first is of what was judged lower yet.
STEPS = np.array([-np.inf, -4.0, -2.0, 0.0, 2.0])
WAYS = len(STEPS) ** 2
# Steps up the tree to the nearest cue, at most.
DEPTH = 24
JUDGED = 2 * WAYS + 2
# How often each passage is seen in an epoch of the last training.
REPEATS = 2
# Every so many-th passage is to check on.
CHECKED = 16
# Tokens in a batch, about.
BATCH = 2400
# Epochs of the networks that judge what they have not learnt from.
PART_EPOCHS = 3
# How much their judgement counts beside the annotation, which leaves out many a statement.
TRUST = 0.4


def load(path):
    """Paragraphs as (token rows, candidate places, truths, candidate rows, gold cues, article, heads)."""
    raw = open(path, "rb").read()
    header = [int(n) for n in np.frombuffer(raw[:24], "<u4")]
    ft, _, fc, _, fr, _ = header
    a = np.frombuffer(raw[24:], "<u2")
    out, i = [], 0
    while i < len(a):
        article, n, c, k = (int(x) for x in a[i:i + 4])
        i += 4
        tokens = a[i:i + n * (ft + 1)].reshape(n, ft + 1)
        i += n * (ft + 1)
        candidates = a[i:i + c * (fc + 2)].reshape(c, fc + 2)
        i += c * (fc + 2)
        cues = []
        for _ in range(k):
            head, start, length = (int(x) for x in a[i:i + 3])
            i += 3
            rows = a[i:i + length * (fr + 1)].reshape(length, fr + 1)
            i += length * (fr + 1)
            cues.append((head, start, rows[:, 0], rows[:, 1:]))
        out.append((tokens[:, 1:], candidates[:, 0].astype(np.int64), candidates[:, 1], candidates[:, 2:], cues, article, tokens[:, 0].astype(np.int64)))
    return header, out


class Crf(nn.Module):
    def __init__(self):
        super().__init__()
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.end = nn.Parameter(torch.zeros(LABELS))
        self.move = nn.Parameter(torch.zeros(LABELS, LABELS))

    def loss(self, scores, labels, mask):
        """Negative log likelihood, summed. All of shape (batch, time, ...)."""
        real = mask.float()
        gold = scores.gather(2, labels[..., None])[..., 0]
        gold = (gold * real).sum(1) + self.start[labels[:, 0]]
        gold = gold + (self.move[labels[:, :-1], labels[:, 1:]] * real[:, 1:]).sum(1)
        last = mask.long().sum(1) - 1
        gold = gold + self.end[labels.gather(1, last[:, None])[:, 0]]
        alpha = self.start + scores[:, 0]
        # Taken apart once: the gradient of a slice is as large as the whole.
        for at, real in zip(scores.unbind(1)[1:], mask.unbind(1)[1:]):
            step = torch.logsumexp(alpha[:, :, None] + self.move, 1) + at
            alpha = torch.where(real[:, None], step, alpha)
        return (torch.logsumexp(alpha + self.end, 1) - gold).sum()

    @torch.no_grad()
    def best(self, scores):
        """The best labels of one sequence."""
        s, m = scores.numpy(), self.move.numpy()
        alpha, back = self.start.numpy() + s[0], []
        for t in range(1, len(s)):
            step = alpha[:, None] + m
            back.append(step.argmax(0))
            alpha = step.max(0) + s[t]
        at = int((alpha + self.end.numpy()).argmax())
        out = [at]
        for b in reversed(back):
            at = int(b[at])
            out.append(at)
        return np.array(out[::-1])


def coarse(rows):
    """The rows in the steps of the file, with the gradient of the rows themselves (Bengio and others 2013)."""
    scale = rows.detach().abs().amax(1, keepdim=True).clamp(min=1e-9) / LEVELS
    return rows + ((rows / scale).round() * scale - rows).detach()


class Network(nn.Module):
    """Sums of embedding rows, a GRU over the paragraph, a classifier of cues, and a GRU over it as seen from each cue."""

    def __init__(self, header, width=96, hidden=64, cue_units=48):
        super().__init__()
        _, rt, _, rc, _, rr = header
        self.token_rows = nn.EmbeddingBag(rt, width, mode="sum")
        self.cue_rows = nn.EmbeddingBag(rc, cue_units, mode="sum")
        # The last rows tell how a token was judged, and how the cue above it was.
        self.relative_rows = nn.EmbeddingBag(rr + JUDGED, width, mode="sum")
        self.judged = rr
        for table, count in ((self.token_rows, 19), (self.cue_rows, 44), (self.relative_rows, 31)):
            nn.init.normal_(table.weight, std=0.6 / count ** 0.5)
        self.encoder = nn.GRU(width, hidden, batch_first=True, bidirectional=True)
        self.cue_hidden = nn.Linear(2 * hidden, cue_units)
        # Is it a cue anywhere; is it one that nobody else reports.
        self.cue_out = nn.Linear(cue_units, 2)
        self.token_in = nn.Linear(2 * hidden, width)
        self.head_in = nn.Linear(2 * hidden, width, bias=False)
        self.span = nn.GRU(width, hidden, batch_first=True, bidirectional=True)
        self.label = nn.Linear(2 * hidden, LABELS)
        self.crf = Crf()
        self.drop = nn.Dropout(0.3)
        self.width = width

    def rows(self, table, rows):
        """Sums of rows, as coarse as in the file; while training, some are left out, so that none is leant on alone."""
        kept = torch.ones(rows.shape)
        if self.training:
            kept = (torch.rand(rows.shape) >= ROW_DROP).float() / (1 - ROW_DROP)
        return F.embedding_bag(rows, coarse(table.weight), mode="sum", per_sample_weights=kept)

    def run(self, gru, x, lengths):
        """What `gru` makes of sequences of those lengths that stand in `x` one after another, in the same order.

        Each way is run by itself on padded sequences, with what it begins with first: the backward pass of PyTorch's
        packed sequences takes a time that grows with the square of the length.
        """
        first = np.cumsum(lengths) - lengths
        sequence = np.repeat(np.arange(len(lengths)), lengths)
        ahead = np.arange(len(sequence)) - first[sequence]
        out = []
        for side, step in (("", ahead), ("_reverse", lengths[sequence] - 1 - ahead)):
            grid = np.zeros((lengths.max(), len(lengths)), np.int64)
            grid[step, sequence] = np.arange(len(sequence))
            weights = [getattr(gru, f"{of}_l0{side}") for of in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
            begin = x.new_zeros(1, len(lengths), gru.hidden_size)
            made = torch._VF.gru(x[torch.from_numpy(grid)], begin, weights, True, 1, 0.0, False, False, False)[0]
            out.append(made[torch.from_numpy(step), torch.from_numpy(sequence)])
        return torch.cat(out, 1)

    def encode(self, batch):
        """Of each token of the batch, in order, what the encoder makes of it."""
        flat = torch.from_numpy(np.concatenate([p[0] for p in batch]).astype(np.int64))
        x = self.drop(torch.relu(self.rows(self.token_rows, flat)))
        return self.drop(self.run(self.encoder, x, np.array([len(p[0]) for p in batch])))

    def cue_scores(self, batch, h):
        rows = torch.from_numpy(np.concatenate([p[3] for p in batch]).astype(np.int64))
        at = torch.from_numpy(np.concatenate([first + p[1] for p, first in zip(batch, firsts(batch))]))
        units = torch.relu(self.rows(self.cue_rows, rows) + self.cue_hidden(h[at]))
        return self.cue_out(self.drop(units))

    def judgements(self, batch, logits):
        """Of each token of each paragraph, how it was judged, the nearest cue above it, and how that was judged.

        What is no candidate counts as what was judged lowest; where no cue is above, the way is WAYS and the cue -1.
        """
        steps = (logits.detach().numpy()[..., None] >= STEPS[1:]).sum(-1)
        ways = steps[:, 0] * len(STEPS) + steps[:, 1]
        cues = logits.detach().numpy()[:, 0] > 0
        ends = np.cumsum([len(p[1]) for p in batch])[:-1]
        out = []
        for p, own, is_cue in zip(batch, np.split(ways, ends), np.split(cues, ends)):
            way, cue, heads = np.zeros(len(p[0]), int), np.zeros(len(p[0]), bool), p[6]
            way[p[1]], cue[p[1]] = own, is_cue
            above = heads
            for _ in range(DEPTH):
                above = np.where(cue[above], above, heads[above])
            governor = np.where(cue[above] & (heads != np.arange(len(heads))), above, -1)
            out.append((way, governor, np.where(governor < 0, WAYS, way[governor])))
        return out

    def span_scores(self, batch, h, logits):
        """Scores of labels for each gold cue of the batch, padded, with the labels and which of them are real."""
        cues = [(i, c) for i, p in enumerate(batch) for c in p[4]]
        lengths = np.array([len(c[2]) for _, c in cues])
        judged = self.judgements(batch, logits)
        flat = []
        for i, (head, start, labels, rows) in cues:
            way, governor, above = (of[start:start + len(labels)] for of in judged[i])
            above = np.where(governor == head, WAYS + 1, above)
            flat.append(np.column_stack([rows, self.judged + way, self.judged + WAYS + above]))
        flat = np.concatenate(flat)
        flat = torch.from_numpy(flat.astype(np.int64))
        first = firsts(batch)
        place = torch.from_numpy(np.concatenate([first[i] + np.arange(c[1], c[1] + len(c[2])) for i, c in cues]))
        head = torch.from_numpy(np.repeat([first[i] + c[0] for i, c in cues], lengths))
        x = torch.relu(self.rows(self.relative_rows, flat) + self.token_in(h)[place] + self.head_in(h)[head])
        scores = self.label(self.drop(self.run(self.span, self.drop(x), lengths)))
        scores = nn.utils.rnn.pad_sequence(scores.split(lengths.tolist()), batch_first=True)
        labels = nn.utils.rnn.pad_sequence(
            [torch.from_numpy(c[2].astype(np.int64)) for _, c in cues], batch_first=True)
        mask = torch.arange(scores.shape[1])[None] < torch.from_numpy(lengths)[:, None]
        return scores, labels, mask, lengths


def firsts(batch):
    """Where each paragraph's tokens begin among those of the batch."""
    lengths = [len(p[0]) for p in batch]
    return np.cumsum(lengths) - lengths


def batches(data, tokens, rng):
    """Paragraphs of like length together, about `tokens` tokens a batch."""
    order = sorted(range(len(data)), key=lambda i: (len(data[i][0]) + rng.integers(0, 8)))
    out, held, size = [], [], 0
    for i in order:
        held.append(data[i])
        size += len(data[i][0])
        if size >= tokens:
            out.append(held)
            held, size = [], 0
    if held:
        out.append(held)
    rng.shuffle(out)
    return out


@torch.no_grad()
def check(net, data):
    """F1 of both judgements on cues, each at its best threshold, and roles exactly right given the gold cues."""
    net.eval()
    scores, truths = [], []
    right, total = np.zeros(3), 0
    for batch in batches(data, 3000, np.random.default_rng(0)):
        h = net.encode(batch)
        logits = net.cue_scores(batch, h)
        scores.append(logits.numpy())
        truths.append(np.concatenate([p[2] for p in batch]))
        if not any(p[4] for p in batch):
            continue
        s, labels, _, lengths = net.span_scores(batch, h, logits)
        for row, gold, length in zip(s, labels, lengths):
            best, gold = net.crf.best(row[:length]), gold[:length].numpy()
            right += [((best == r) == (gold == r)).all() for r in (1, 2, 3)]
            total += 1
    scores, truths = np.concatenate(scores), np.concatenate(truths)
    known = truths != 2
    found = [best_f1(scores[known, 0], truths[known] != 0), best_f1(scores[:, 1], truths == 1)]
    net.train()
    return found, right / total


def best_f1(scores, truths):
    """The best F1, and the threshold that gives it."""
    order = np.argsort(-scores)
    hits = np.cumsum(truths[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + hits[-1])
    best = f1.argmax()
    return f1[best], scores[order][best]


def fit(header, data, epochs, seed, soft=None, report=None):
    """A network that has learnt from the paragraphs `data`: the running mean of its weights.

    `soft` holds, by paragraph, what networks that had not learnt from its article made of its candidates.
    `report` is called after each epoch, with a text about it and the network.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    net = Network(header)
    steps = epochs * len(batches(data, BATCH, rng))
    optimizer = torch.optim.Adam(net.parameters(), lr=3e-3, betas=(0.9, 0.99))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda t: min(1.0, (t + 1) / 100) * max(0.02, 1 - t / steps))
    mean = {k: v.clone() for k, v in net.state_dict().items()}
    begun, step = time.time(), 0
    for epoch in range(epochs):
        sums = [0.0, 0.0, 0]
        for batch in batches(data, BATCH, rng):
            h = net.encode(batch)
            logits = net.cue_scores(batch, h)
            targets, weights = cue_targets(batch, soft)
            cue_loss = F.binary_cross_entropy_with_logits(logits, targets, weights, reduction="sum")
            span_loss = torch.zeros(())
            if any(p[4] for p in batch):
                scores, labels, mask, _ = net.span_scores(batch, h, logits)
                span_loss = net.crf.loss(scores, labels, mask)
            loss = (cue_loss + 0.5 * span_loss) / len(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            step += 1
            decay = min(0.998, step / (step + 10))
            if step % 4 == 0:
                decay = decay ** 4
                for key, value in net.state_dict().items():
                    mean[key].mul_(decay).add_(value, alpha=1 - decay)
            sums[0] += cue_loss.item()
            sums[1] += span_loss.item()
            sums[2] += len(batch)
        kept = {k: v.clone() for k, v in net.state_dict().items()}
        net.load_state_dict(mean)
        if report:
            report(f"epoch {epoch + 1}, {time.time() - begun:.0f} s: cue loss {sums[0] / sums[2]:.3f}, "
                   f"span loss {sums[1] / sums[2]:.3f}", net)
        if epoch + 1 < epochs:
            net.load_state_dict(kept)
    return net


def cue_targets(batch, soft):
    """What both judgements should say of each candidate, and how much each counts."""
    truth = np.concatenate([p[2] for p in batch])
    targets = np.stack([truth != 0, truth == 1], 1).astype(np.float32)
    weights = np.ones_like(targets)
    # Inside contents nothing is annotated: for the first judgement that says nothing, for the second it says no.
    weights[truth == 2, 0] = 0
    if soft:
        # Articles that are fully marked have none: there the marks are the whole truth.
        guessed = np.concatenate([soft.get(id(p), np.full((len(p[1]), 2), np.nan)) for p in batch])
        here = ~np.isnan(guessed)
        unknown = np.stack([truth == 2, np.zeros_like(truth, bool)], 1)
        mixed = np.where(unknown, guessed, (1 - TRUST) * targets + TRUST * guessed)
        targets = np.where(here, mixed, targets).astype(np.float32)
        weights[here & unknown] = TRUST
    return torch.from_numpy(targets), torch.from_numpy(weights)


@torch.no_grad()
def guess(net, data):
    """By paragraph, how likely each candidate is a cue, by both judgements."""
    net.eval()
    out = {}
    for batch in batches(data, BATCH, np.random.default_rng(0)):
        scores = torch.sigmoid(net.cue_scores(batch, net.encode(batch))).numpy()
        ends = np.cumsum([len(p[1]) for p in batch])
        out.update((id(p), part) for p, part in zip(batch, np.split(scores, ends[:-1])))
    net.train()
    return out


def judge_part(part):
    """What a network that has not learnt from a part of the articles makes of it, paragraph after paragraph."""
    header, articles, passages, parts, seed = judge_part.of
    kept = [p for p in articles if p[5] % parts != part]
    net = fit(header, kept + passages, PART_EPOCHS, seed + part + 1)
    own = [p for p in articles if p[5] % parts == part]
    guesses = guess(net, own)
    return [guesses[id(p)] for p in own]


def cross_fit(header, articles, passages, parts, seed):
    """By paragraph, what networks that have not learnt from its article make of its candidates."""
    # Forked processes see the data without a copy.
    judge_part.of = header, articles, passages, parts, seed
    soft = {}
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        for part, guesses in enumerate(pool.imap(judge_part, range(parts))):
            own = [p for p in articles if p[5] % parts == part]
            soft.update((id(p), guessed) for p, guessed in zip(own, guesses))
            print(f"part {part + 1} of {parts} judged", flush=True)
    return soft


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train")
    parser.add_argument("dev")
    parser.add_argument("passages")
    parser.add_argument("weights")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--parts", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    header, articles = load(args.train)
    _, dev = load(args.dev)
    _, passages = load(args.passages)
    # By passage, so that no part of one to check on is learnt from.
    checked = [p for p in passages if p[5] % CHECKED == CHECKED - 1]
    passages = [p for p in passages if p[5] % CHECKED != CHECKED - 1]
    soft = cross_fit(header, articles, passages, args.parts, args.seed)

    def report(text, net):
        (_, (top_f1, top_threshold)), right = check(net, dev)
        ((any_f1, any_threshold), _), nested_right = check(net, checked)
        np.savez(args.weights, header=np.array(header), thresholds=np.array([any_threshold, top_threshold]),
                 **{k: v.numpy() for k, v in net.state_dict().items()})
        print(f"{text}; dev: cue F1 {100 * top_f1:.1f} at {top_threshold:.2f}, source, cue, content exact "
              f"{np.round(100 * right, 1)}; passages: cue F1 {100 * any_f1:.1f} at {any_threshold:.2f}, exact "
              f"{np.round(100 * nested_right, 1)}", flush=True)

    fit(header, articles + REPEATS * passages, args.epochs, args.seed, soft, report)


if __name__ == "__main__":
    main()
