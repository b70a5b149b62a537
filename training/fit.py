"""Trains the heads on windows, and measures them on others. Deterministic for a seed."""

import random
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

import heads
from labels import ATTRIBUTES, KINDS, ROLES

jax.config.update("jax_default_prng_impl", "rbg")
BATCH, RATE, DECAY = 16, 1.5e-3, 0.02
CLAUSES = 24  # most clauses of a window that are learnt from at once
WEIGHT = dict(value=0.15, pointer=0.25)


def statistics(windows):
    """Mean and deviation of each input dimension: outputs of the encoder have a large common part."""
    some = np.concatenate([w["x"] for w in windows[::3]]).astype(np.float32)
    return some.mean(0), some.std(0) + 1e-3


def batches(windows, size, rng, most):
    """Windows of like length together, padded; shuffled with a generator."""
    key = lambda i: len(windows[i]["of"]) + (rng.random() * 24 if rng else 0)
    order = sorted(range(len(windows)), key=key)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield group, pad([windows[i] for i in group], size, most, rng)


def pad(windows, size, most, rng):
    n = -(-max(len(w["of"]) for w in windows) // 64) * 64
    dims = windows[0]["x"].shape[1]
    b = dict(
        x=np.zeros((size, n, dims), np.float16), features=np.zeros((size, n, most + 1), np.int8),
        mask=np.zeros((size, n), np.float32), span=np.zeros((size, len(KINDS), n), np.int32),
        sure=np.zeros((size, len(KINDS), n), np.float32),
        value={name: np.full((size, n), -1, np.int32) for name, *_ in ATTRIBUTES},
        query=np.zeros((size, CLAUSES, n), np.float32), first=np.zeros((size, CLAUSES), np.int32),
        last=np.zeros((size, CLAUSES), np.int32), role=np.zeros((size, CLAUSES, len(ROLES)), np.float32),
        named=np.zeros((size, CLAUSES, len(ROLES), n + 1), np.float32),
    )
    for j, w in enumerate(windows):
        t = len(w["of"])
        b["x"][j, :t], b["mask"][j, :t] = w["x"], 1
        for i, told in enumerate(w["features"]):
            b["features"][j, i, told] = 1
        if "span" not in w:
            continue
        b["span"][j, :, :t], b["sure"][j, :, :t] = w["span"], w["sure"]
        for name in b["value"]:
            b["value"][name][j, :t] = w["value"][name]
        links = w["clauses"]
        if len(links) > CLAUSES:
            links = rng.sample(links, CLAUSES) if rng else links[:CLAUSES]
        for c, (kind, first, last, roles) in enumerate(links):
            a, z = first, last
            if rng and rng.random() < 0.5 and z > a:  # a part stands for the clause, as a rule's hull does
                a = rng.randint(first, last)
                z = rng.randint(a, last)
            b["query"][j, c, a : z + 1] = 1 / (z + 1 - a)
            b["first"][j, c], b["last"][j, c] = a, z
            for role, pieces in roles.items():
                r = ROLES.index(role)
                b["role"][j, c, r] = 1
                b["named"][j, c, r, pieces if pieces else [n]] = 1
    return b


def losses(par, b, stat, key=None):
    x = (b["x"].astype(jnp.float32) - stat[0]) / stat[1]
    h = heads.body(par, x, b["features"], b["mask"], key)
    spans, values = heads.outputs(par, h)
    pieces = b["mask"].sum()
    one = jnp.take_along_axis(jax.nn.log_softmax(spans, -1), b["span"].transpose(0, 2, 1)[..., None], -1)[..., 0]
    kind = -(one * b["mask"][..., None] * b["sure"].transpose(0, 2, 1)).sum() / pieces
    value = 0
    for logits, (name, *_) in zip(values, ATTRIBUTES):
        right = b["value"][name]
        told = right >= 0
        one = jnp.take_along_axis(jax.nn.log_softmax(logits, -1), jnp.maximum(right, 0)[..., None], -1)[..., 0]
        value -= (one * told).sum() / jnp.maximum(told.sum(), 20)
    score = heads.pointers(par, h, b["mask"], b["query"], b["first"], b["last"])
    good = jax.nn.logsumexp(jnp.where(b["named"] > 0, score, -1e9), -1)
    pointer = -(jnp.maximum(good, -12) * b["role"]).sum() / jnp.maximum(b["role"].sum(), 1)
    return kind + WEIGHT["value"] * value + WEIGHT["pointer"] * pointer, jnp.stack([kind, value, pointer])


def train(windows, features, seed, epochs, hidden=192, say=print):
    """Heads fitted to labelled windows, and the statistics of their input."""
    rng = random.Random(seed)
    stat = statistics(windows)
    par = heads.start(np.random.RandomState(seed), windows[0]["x"].shape[1], features, hidden)
    steps = -(-len(windows) // BATCH)
    rate = optax.warmup_cosine_decay_schedule(0, RATE, steps, epochs * steps)
    opt = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=DECAY))
    state = opt.init(par)

    @jax.jit
    def step(par, state, key, b):
        (_, parts), grad = jax.value_and_grad(losses, has_aux=True)(par, b, stat, key)
        update, state = opt.update(grad, state, par)
        return optax.apply_updates(par, update), state, parts

    key, begun = jax.random.PRNGKey(seed), time.time()
    for epoch in range(epochs):
        parts = []
        for _, b in batches(windows, BATCH, rng, features):
            key, own = jax.random.split(key)
            par, state, p = step(par, state, own, b)
            parts.append(np.asarray(p))
        say(f"epoch {epoch + 1}/{epochs}: kinds {np.mean(parts, 0)[0]:.3f} attributes {np.mean(parts, 0)[1]:.3f} "
            f"pointers {np.mean(parts, 0)[2]:.3f} ({time.time() - begun:.0f} s)")
    return jax.tree.map(np.asarray, par), stat


def predict(par, stat, windows):
    """Adds `kinds` (pieces × kinds × 3) and `values` (attribute → pieces × values) probabilities
    to windows, and for labelled clauses `pointed` (clauses × roles × (pieces + 1))."""
    par = jax.tree.map(jnp.asarray, par)

    @jax.jit
    def run(b):
        x = (b["x"].astype(jnp.float32) - stat[0]) / stat[1]
        h = heads.body(par, x, b["features"], b["mask"])
        spans, values = heads.outputs(par, h)
        return (jax.nn.softmax(spans, -1), [jax.nn.softmax(v, -1) for v in values],
                jnp.exp(heads.pointers(par, h, b["mask"], b["query"], b["first"], b["last"])))

    for group, b in batches(windows, BATCH, None, par["e"].shape[0] - 1):
        spans, values, pointed = jax.tree.map(np.asarray, run(b))
        for j, i in enumerate(group):
            w, t = windows[i], len(windows[i]["of"])
            w["kinds"] = spans[j, :t]
            w["values"] = {name: v[j, :t] for v, (name, *_) in zip(values, ATTRIBUTES)}
            n = min(CLAUSES, len(w.get("clauses", [])))
            w["pointed"] = np.concatenate([pointed[j, :n, :, :t], pointed[j, :n, :, -1:]], -1)


def measure(windows, least=0.6):
    """Shares that tell how well the heads see: per kind F1 of stretches found, per attribute the
    share right over annotated clauses, per role the share of clauses whose pointer is right."""
    out = {}
    for k, kind in enumerate(KINDS):
        hit = said = told = 0
        for w in windows:
            inside = w["kinds"][:, k, 1] + w["kinds"][:, k, 2]
            marks = stretches(inside, w["kinds"][:, k, 1], least)
            gold = [(f, l) for kk, f, l, _ in w["clauses"] if kk == k]
            said, told = said + len(marks), told + len(gold)
            free = list(gold)
            for a, z in marks:
                near = next((g for g in free if min(z, g[1]) - max(a, g[0]) + 1 >= 0.5 * min(z - a + 1, g[1] - g[0] + 1)), None)
                if near:
                    free.remove(near)
                    hit += 1
        out[kind] = 2 * hit / max(1, said + told)
    for name, of_kind, *_ in ATTRIBUTES:
        right = n = 0
        for w in windows:
            for kind, a, z, _ in w["clauses"]:
                told = w["value"][name][a : z + 1]
                if of_kind in (None, KINDS[kind]) and (told >= 0).any():
                    n += 1
                    mean = w["values"][name][a : z + 1][told >= 0].mean(0)
                    right += mean.argmax() == told[told >= 0][0]
        out[name] = right / max(1, n)
    for r, role in enumerate(ROLES):
        right = n = 0
        for w in windows:
            for (kind, _, _, roles), p in zip(w["clauses"], w["pointed"]):
                if roles.get(role):
                    n += 1
                    right += p[r].argmax() in roles[role]
        out["→" + role] = right / max(1, n)
    return out


def stretches(inside, begin, least):
    """Runs of pieces surer than `least`, cut where a new one begins."""
    out, i, n = [], 0, len(inside)
    while i < n:
        if inside[i] <= least:
            i += 1
            continue
        j = i + 1
        while j < n and inside[j] > least * 0.8 and begin[j] < 0.4:
            j += 1
        out.append((i, j - 1))
        i = j
    return out
