"""The heads of the tagger: what is trained. JAX.

Input per piece: outputs of some encoder layers, standardised, and the sparse features of the
reader's layers. A projection, three gated convolutions (Dauphin et al. 2017) of growing dilation,
then per piece: begin / inside / outside of each kind of claim, the value of each attribute, and
for each role a query and a key: the product of a clause's query with the keys of the window says
which piece names the role (a pointer, Vinyals et al. 2015), or that none does.
"""

import jax
import jax.numpy as jnp
import numpy as np

from labels import ATTRIBUTES, KINDS, ROLES

WIDTH, DILATIONS, KEY = 5, (1, 2, 4), 32
# Distances from the clause to a piece, in pieces, by which a pointer's bias is told apart.
BUCKETS = np.array([-160, -80, -40, -20, -10, -5, -2, -1, 1, 2, 5, 10, 20, 40, 80])
VALUES = [len(values) for *_, values in ATTRIBUTES]
OUT = 3 * len(KINDS) + sum(VALUES)


def start(rng, dims, features, hidden):
    """Parameters before training."""
    def w(*shape, scale=None):
        return (rng.randn(*shape) * (scale or 1 / np.sqrt(np.prod(shape[:-1])))).astype(np.float32)

    def z(*shape):
        return np.zeros(shape, np.float32)

    return dict(
        p=w(dims, hidden), pb=z(hidden), e=z(features + 1, hidden),
        c=[dict(w=w(WIDTH, hidden, 2 * hidden), b=z(2 * hidden)) for _ in DILATIONS],
        o=w(hidden, OUT), ob=z(OUT),
        q=w(hidden, len(ROLES) * KEY), qb=z(len(ROLES) * KEY), k=w(hidden, len(ROLES) * KEY),
        d=z(len(ROLES), len(BUCKETS) + 2), n=z(len(ROLES)), nq=w(hidden, len(ROLES), scale=0.01),
    )


def drop(x, rate, key):
    """Dropout; none without a key."""
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0.0)


def body(par, x, features, mask, key=None):
    """Vectors per piece. x: windows × pieces × dims; features: windows × pieces × (features + 1),
    1 where one holds; mask: windows × pieces."""
    keys = jax.random.split(key, 8) if key is not None else [None] * 8
    told = features.astype(jnp.float32)
    if key is not None:  # some features are withheld, so that the text itself is learnt from
        told = told * jax.random.bernoulli(keys[6], 0.85, told.shape)
    h = drop(x, 0.2, keys[0]) @ par["p"] + par["pb"] + told @ par["e"]
    h = jax.nn.gelu(h, approximate=False) * mask[..., None]
    for i, c in enumerate(par["c"]):
        y = turned(drop(h, 0.2, keys[i + 1]), c["w"], DILATIONS[i]) + c["b"]
        a, gate = jnp.split(y, 2, -1)
        h = (h + a * jax.nn.sigmoid(gate)) * mask[..., None]
    return drop(h, 0.2, keys[5])


def turned(h, w, dilation):
    """A dilated convolution as one product: neighbours laid side by side, zeros beyond the ends."""
    reach, n = WIDTH // 2 * dilation, h.shape[1]
    wide = jnp.pad(h, ((0, 0), (reach, reach), (0, 0)))
    sides = [wide[:, j * dilation : j * dilation + n] for j in range(WIDTH)]
    return jnp.concatenate(sides, -1) @ w.reshape(-1, w.shape[-1])


def outputs(par, h):
    """Logits: kinds (…, kinds, 3) and attributes (one array each)."""
    y = h @ par["o"] + par["ob"]
    spans = y[..., : 3 * len(KINDS)].reshape(*y.shape[:-1], len(KINDS), 3)
    values, at = [], 3 * len(KINDS)
    for n in VALUES:
        values.append(y[..., at : at + n])
        at += n
    return spans, values


def pointers(par, h, mask, query, first, last):
    """Log-probabilities of each piece, and of none (last), for each clause and role.

    query: clauses × pieces, weights that sum to one over the clause's pieces, per window;
    first, last: clauses, the ends of the clause. Shapes: windows × clauses × roles × (pieces + 1).
    """
    b, t, _ = h.shape
    roles = len(ROLES)
    pooled = jnp.einsum("bct,bth->bch", query, h)
    q = (pooled @ par["q"] + par["qb"]).reshape(b, -1, roles, KEY)
    k = (h @ par["k"]).reshape(b, t, roles, KEY)
    score = jnp.einsum("bcrk,btrk->bcrt", q, k) / np.sqrt(KEY)
    at = jnp.arange(t)
    away = jnp.where(at < first[..., None], at - first[..., None], jnp.where(at > last[..., None], at - last[..., None], 0))
    bucket = jnp.where(away == 0, len(BUCKETS) + 1, jnp.searchsorted(jnp.asarray(BUCKETS), away, side="right"))
    score = score + par["d"].T[bucket].transpose(0, 1, 3, 2)
    score = jnp.where(mask[:, None, None, :] > 0, score, -1e9)
    none = par["n"] + pooled @ par["nq"]
    return jax.nn.log_softmax(jnp.concatenate([score, none[..., None]], -1), -1)
