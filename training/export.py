"""Puts trained heads into a model file beside the encoder."""

import heads
import modelfile
from labels import ATTRIBUTES, KINDS, ROLES


def export(base, path, par, stat, names):
    """base: header and tensors of the base file."""
    header, tensors = base
    h = par["o"].shape[0]
    head = dict(
        hidden=h, width=heads.WIDTH, dilations=list(heads.DILATIONS), key=heads.KEY, kinds=KINDS,
        attributes=[
            dict(name=name, kind=kind, values=[v if isinstance(v, str) else str(v).lower() for v in values])
            for name, kind, _, values in ATTRIBUTES
        ],
        roles=ROLES, buckets=[int(b) for b in heads.BUCKETS], features=names,
    )
    told = par["e"].copy()
    told[0] = 0
    own = {
        "head.mean": modelfile.f32(stat[0]), "head.scale": modelfile.f32(1 / stat[1]), "head.p.w": modelfile.i8(par["p"].T),
        "head.p.b": modelfile.f32(par["pb"]), "head.e": modelfile.f32(told), "head.o.w": modelfile.i8(par["o"].T),
        "head.o.b": modelfile.f32(par["ob"]), "head.q.w": modelfile.i8(par["q"].T), "head.q.b": modelfile.f32(par["qb"]),
        "head.k.w": modelfile.i8(par["k"].T), "head.k.b": modelfile.f32(par["qb"] * 0), "head.d": modelfile.f32(par["d"]), "head.n": modelfile.f32(par["n"]),
        "head.nq": modelfile.f32(par["nq"].T),
    }
    for i, c in enumerate(par["c"]):
        own[f"head.c{i}.w"] = modelfile.i8(c["w"].reshape(-1, 2 * h).T)
        own[f"head.c{i}.b"] = modelfile.f32(c["b"])
    modelfile.write(path, {**header, "head": head}, {**tensors, **own})
