#!/usr/bin/env python3
"""Train the reader of statements: cues, then the source and content of each.

    train.py TRAIN DEV WEIGHTS.npz [--epochs N] [--seed N] [--threads N]

TRAIN and DEV are example files written by `training_examples`. The architecture, the file format and the whole recipe are in README.md.
"""
import argparse
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

# Share of embedding rows left out while training.
ROW_DROP = 0.12
# How far below the best F1 a threshold may fall for the sake of recall.
NEAR = 0.002
LABELS = 4  # outside, source, cue, content


def load(path):
    """Paragraphs as (token rows, candidate places, truths, candidate rows, gold cues)."""
    raw = open(path, "rb").read()
    header = [int(n) for n in np.frombuffer(raw[:24], "<u4")]
    ft, _, fc, _, fr, _ = header
    a = np.frombuffer(raw[24:], "<u2")
    out, i = [], 0
    while i < len(a):
        _, n, c, k = (int(x) for x in a[i:i + 4])
        i += 4
        tokens = a[i:i + n * ft].reshape(n, ft)
        i += n * ft
        candidates = a[i:i + c * (fc + 2)].reshape(c, fc + 2)
        i += c * (fc + 2)
        cues = []
        for _ in range(k):
            head, start, length = (int(x) for x in a[i:i + 3])
            i += 3
            rows = a[i:i + length * (fr + 1)].reshape(length, fr + 1)
            i += length * (fr + 1)
            cues.append((head, start, rows[:, 0], rows[:, 1:]))
        out.append((tokens, candidates[:, 0].astype(np.int64), candidates[:, 1], candidates[:, 2:], cues))
    return header, out


class Crf(nn.Module):
    def __init__(self):
        super().__init__()
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.end = nn.Parameter(torch.zeros(LABELS))
        self.move = nn.Parameter(torch.zeros(LABELS, LABELS))

    def loss(self, scores, labels, mask):
        """Negative log likelihood, summed. All of shape (batch, time, ...)."""
        time_steps = scores.shape[1]
        real = mask.float()
        gold = scores.gather(2, labels[..., None])[..., 0]
        gold = (gold * real).sum(1) + self.start[labels[:, 0]]
        gold = gold + (self.move[labels[:, :-1], labels[:, 1:]] * real[:, 1:]).sum(1)
        last = mask.long().sum(1) - 1
        gold = gold + self.end[labels.gather(1, last[:, None])[:, 0]]
        alpha = self.start + scores[:, 0]
        for t in range(1, time_steps):
            step = torch.logsumexp(alpha[:, :, None] + self.move, 1) + scores[:, t]
            alpha = torch.where(mask[:, t, None], step, alpha)
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


class Network(nn.Module):
    """Sums of embedding rows, a GRU over the paragraph, a classifier of cues, and a GRU over it as seen from each cue."""

    def __init__(self, header, width=64, hidden=64, cue_units=32):
        super().__init__()
        _, rt, _, rc, _, rr = header
        self.token_rows = nn.EmbeddingBag(rt, width, mode="sum")
        self.cue_rows = nn.EmbeddingBag(rc, cue_units, mode="sum")
        self.relative_rows = nn.EmbeddingBag(rr, width, mode="sum")
        for table, count in ((self.token_rows, 16), (self.cue_rows, 32), (self.relative_rows, 22)):
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
        """Sums of rows; while training, some are left out, so that none is leant on alone."""
        if not self.training:
            return table(rows)
        kept = (torch.rand(rows.shape) >= ROW_DROP).float() / (1 - ROW_DROP)
        return table(rows, per_sample_weights=kept)

    def run(self, gru, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        return nn.utils.rnn.pad_packed_sequence(gru(packed)[0], batch_first=True, total_length=x.shape[1])[0]

    def encode(self, batch):
        lengths = torch.tensor([len(p[0]) for p in batch])
        flat = torch.from_numpy(np.concatenate([p[0] for p in batch]).astype(np.int64))
        x = torch.relu(self.rows(self.token_rows, flat))
        x = self.drop(x)
        padded = nn.utils.rnn.pad_sequence(list(x.split(lengths.tolist())), batch_first=True)
        return self.drop(self.run(self.encoder, padded, lengths))

    def cue_scores(self, batch, h):
        rows = torch.from_numpy(np.concatenate([p[3] for p in batch]).astype(np.int64))
        which = torch.from_numpy(np.repeat(np.arange(len(batch)), [len(p[1]) for p in batch]))
        at = torch.from_numpy(np.concatenate([p[1] for p in batch]))
        units = torch.relu(self.rows(self.cue_rows, rows) + self.cue_hidden(h[which, at]))
        return self.cue_out(self.drop(units))

    def span_scores(self, batch, h):
        """Scores of labels for each gold cue of the batch, with the labels and which of them are real."""
        cues = [(i, c) for i, p in enumerate(batch) for c in p[4]]
        lengths = torch.tensor([len(c[2]) for _, c in cues])
        flat = torch.from_numpy(np.concatenate([c[3] for _, c in cues]).astype(np.int64))
        paragraph = torch.from_numpy(np.concatenate([np.full(len(c[2]), i) for i, c in cues]))
        place = torch.from_numpy(np.concatenate([np.arange(c[1], c[1] + len(c[2])) for _, c in cues]))
        head = torch.from_numpy(np.concatenate([np.full(len(c[2]), c[0]) for _, c in cues]))
        per_token, per_head = self.token_in(h), self.head_in(h)
        x = torch.relu(self.rows(self.relative_rows, flat) + per_token[paragraph, place] + per_head[paragraph, head])
        x = nn.utils.rnn.pad_sequence(list(self.drop(x).split(lengths.tolist())), batch_first=True)
        scores = self.label(self.drop(self.run(self.span, x, lengths)))
        labels = nn.utils.rnn.pad_sequence(
            [torch.from_numpy(c[2].astype(np.int64)) for _, c in cues], batch_first=True)
        mask = torch.arange(x.shape[1])[None] < lengths[:, None]
        return scores, labels, mask, lengths


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
        scores.append(net.cue_scores(batch, h).numpy())
        truths.append(np.concatenate([p[2] for p in batch]))
        if not any(p[4] for p in batch):
            continue
        s, labels, _, lengths = net.span_scores(batch, h)
        for row, gold, length in zip(s, labels, lengths):
            best, gold = net.crf.best(row[:length]), gold[:length].numpy()
            right += [((best == r) == (gold == r)).all() for r in (1, 2, 3)]
            total += 1
    scores, truths = np.concatenate(scores), np.concatenate(truths)
    found = [best_f1(scores[truths != 2, 0], truths[truths != 2] == 1), best_f1(scores[:, 1], truths == 1)]
    net.train()
    return found, right / total


def best_f1(scores, truths):
    """The best F1, and the lowest threshold that comes near it: where precision and recall can be traded freely, what is
    found and wrong does less harm than what is not found."""
    order = np.argsort(-scores)
    hits = np.cumsum(truths[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + hits[-1])
    return f1.max(), scores[order][np.flatnonzero(f1 >= f1.max() - NEAR)[-1]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train")
    parser.add_argument("dev")
    parser.add_argument("weights")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = np.random.default_rng(args.seed)
    header, data = load(args.train)
    _, dev = load(args.dev)
    net = Network(header)
    steps = args.epochs * len(batches(data, 2400, rng))
    optimizer = torch.optim.Adam(net.parameters(), lr=3e-3, betas=(0.9, 0.99))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda t: min(1.0, (t + 1) / 100) * max(0.02, 1 - t / steps))
    mean = {k: v.clone() for k, v in net.state_dict().items()}
    begun, step = time.time(), 0
    for epoch in range(args.epochs):
        sums = [0.0, 0.0, 0]
        for batch in batches(data, 2400, rng):
            h = net.encode(batch)
            truth = torch.from_numpy(np.concatenate([p[2] for p in batch]).astype(np.float32))
            known = truth != 2
            logits = net.cue_scores(batch, h)
            # Inside contents nothing is annotated: for the first judgement that says nothing, for the second it says no.
            cue_loss = F.binary_cross_entropy_with_logits(logits[known, 0], truth[known], reduction="sum")
            cue_loss = cue_loss + F.binary_cross_entropy_with_logits(logits[:, 1], (truth == 1).float(), reduction="sum")
            span_loss = torch.zeros(())
            if any(p[4] for p in batch):
                scores, labels, mask, _ = net.span_scores(batch, h)
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
            if step in (20, 100):
                print(f"step {step}: {time.time() - begun:.0f}s", flush=True)
        kept = {k: v.clone() for k, v in net.state_dict().items()}
        net.load_state_dict(mean)
        ((any_f1, any_threshold), (top_f1, top_threshold)), right = check(net, dev)
        np.savez(args.weights, header=np.array(header), thresholds=np.array([any_threshold, top_threshold]),
                 **{k: v.numpy() for k, v in net.state_dict().items()})
        net.load_state_dict(kept)
        print(f"epoch {epoch + 1}: cue loss {sums[0] / sums[2]:.3f}, span loss {sums[1] / sums[2]:.3f}; dev cue F1 "
              f"{100 * any_f1:.1f} at {any_threshold:.2f}, top {100 * top_f1:.1f} at {top_threshold:.2f}; source, cue, content exact {np.round(100 * right, 1)}; "
              f"{time.time() - begun:.0f}s", flush=True)


if __name__ == "__main__":
    main()
