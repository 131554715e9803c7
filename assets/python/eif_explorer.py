"""Hands embeddings to EIF Explorer and reads what comes back. Needs numpy; torch only for from_torch.

    from eif_explorer import write_bundle
    write_bundle("birds.npz", train=(features, labels, paths), test=(features2, labels2, paths2))

Then open birds.npz in the window, or: eif-explorer import --bundle birds.npz --images DIR --workspace WS
"""

import json
import os
from collections import namedtuple

import numpy as np

__all__ = ["write_bundle", "from_torch", "read_influence", "read_decisions", "Influence"]

Influence = namedtuple("Influence", "influence pairs distance arrays")


def write_bundle(path, train, test=None, head=None, proxies=None, class_names=None,
                 centres_per_class=1, true_labels=None):
    """Writes an embedding bundle (.npz); the file appears whole or not at all.

    train, test:  (features [N,F], labels [N]) or (features, labels, paths); labels are whole numbers or
                  text. Without test the program divides train by class.
    head:         the last linear layer: (weight [E,F], bias [E]), weight alone, or a torch.nn.Linear
    proxies:      [C*K,E]; labels must then be their rows, 0..C-1
    class_names:  one a class, by label
    true_labels:  [N], of the training samples, where the given ones are known to be wrong
    Raises ValueError saying what does not fit. Returns the path.
    """
    arrays = {}
    _put_part(arrays, "train_" if test is not None else "", train)
    if test is not None:
        _put_part(arrays, "test_", test)
        if arrays["train_features"].shape[1] != arrays["test_features"].shape[1]:
            raise ValueError("train and test have %d and %d features"
                             % (arrays["train_features"].shape[1], arrays["test_features"].shape[1]))
    features = arrays["train_features" if test is not None else "features"]
    size = features.shape[1]
    if head is not None:
        weight, bias = _head(head)
        if weight.ndim != 2 or weight.shape[1] != size or bias.shape != (weight.shape[0],):
            raise ValueError("head: weight %s and bias %s do not fit %d features"
                             % (weight.shape, bias.shape, size))
        arrays["weight"], arrays["bias"] = weight, bias
        size = weight.shape[0]
    if proxies is not None:
        arrays["proxies"] = _floats(proxies, "proxies")
        if arrays["proxies"].ndim != 2 or arrays["proxies"].shape[1] != size:
            raise ValueError("proxies %s are not [C,%d]" % (arrays["proxies"].shape, size))
        arrays["centres_per_class"] = np.array(centres_per_class)
    if class_names is not None:
        arrays["class_names"] = np.array([str(name) for name in class_names])
    if true_labels is not None:
        truths = _labels(true_labels)
        if len(truths) != len(features):
            raise ValueError("%d true labels for %d samples" % (len(truths), len(features)))
        arrays["train_true_labels" if test is not None else "true_labels"] = truths
    return _save(path, arrays)


def from_torch(model, train, test=None, path="bundle.npz", head=None, proxies=None, class_names=None,
               inputs=0, labels=1, paths=2, device=None, **more):
    """Runs a model over loaders and writes the bundle. Returns its path.

    model:   a torch.nn.Module that ends with head, or with the embedding where head is None
    train, test:  loaders whose batches are tuples or dictionaries; don't shuffle, don't augment
    head:    the model's last torch.nn.Linear: what goes into it becomes the features
    inputs, labels, paths:  position or key of each in a batch; paths may be absent. Where the data set
             has `samples` or `imgs` in the loader's order (torchvision's ImageFolder), paths are theirs
    """
    import torch

    if device is None:
        device = next((p.device for p in model.parameters()), torch.device("cpu"))
    seen = []
    hook = None
    if head is not None:
        hook = head.register_forward_pre_hook(lambda module, given: seen.append(given[0]))
    was_training = model.training
    model.eval()
    try:
        parts = [_run(torch, model, loader, inputs, labels, paths, device, seen, head is not None)
                 for loader in (train, test) if loader is not None]
    finally:
        model.train(was_training)
        if hook is not None:
            hook.remove()
    return write_bundle(path, parts[0], parts[1] if test is not None else None, head=head,
                        proxies=proxies, class_names=class_names, **more)


def _run(torch, model, loader, inputs, labels, paths, device, seen, hooked):
    features, targets, files = [], [], []
    with torch.no_grad():
        for batch in loader:
            del seen[:]
            out = model(batch[inputs].to(device))
            if hooked and not seen:
                raise ValueError("the head was not run: is it part of the model?")
            rows = seen[0] if hooked else out
            features.append(rows.detach().float().cpu().numpy().reshape(len(rows), -1))
            targets.extend(_labels(batch[labels]).tolist())
            try:
                files.extend(str(file) for file in batch[paths])
            except (IndexError, KeyError):
                pass
    if not features:
        raise ValueError("the loader gives no batch")
    if not files:
        files = _listed(torch, loader, len(targets))
    part = (np.concatenate(features), _labels(targets))
    return part + (files,) if files else part


def _listed(torch, loader, count):
    """Paths of an ImageFolder, if the loader goes through it in order."""
    data = getattr(loader, "dataset", None)
    listed = getattr(data, "samples", None) or getattr(data, "imgs", None)
    in_order = isinstance(getattr(loader, "sampler", None), torch.utils.data.SequentialSampler)
    if listed is None or len(listed) != count or not in_order:
        return []
    return [str(entry[0]) for entry in listed]


def read_influence(path):
    """Reads what `influence --out F.npz` wrote.

    Returns (influence [Q,N], pairs [Q,2], distance [Q], arrays): positive = harmful, it keeps the pair
    close; `arrays` has all of the file by name. influence is None for a survey (`--all`).
    """
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    if "pairs" not in arrays:
        raise ValueError("%s holds %s, no influence" % (path, ", ".join(sorted(arrays)) or "nothing"))
    return Influence(arrays.get("influence"), arrays["pairs"], arrays.get("distance"), arrays)


def read_decisions(path, annotator=None):
    """Reads a review's journal.jsonl: the last decision that holds, as a dictionary from image path to entry.

    Each entry has kind (label, keep, unsure, exclude, none), before, after, annotator, time, note and more. What was
    undone does not count; a resolution of a dispute counts more than any annotator's own decision.
    """
    held, done, undone = {}, {}, {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                entry = json.loads(line)
                kind, who, sample = entry["kind"], entry["annotator"], entry["sample"]
            except (ValueError, KeyError):
                if line.endswith("\n"):
                    raise ValueError("%s, line %d is no decision" % (path, number))
                continue  # the program was stopped while it wrote this line
            back, forth = done.setdefault(who, []), undone.setdefault(who, [])
            if kind == "undo" and back:
                key, now, before = back.pop()
                _hold(held, key, before)
                forth.append((key, now))
            elif kind == "redo" and forth:
                key, now = forth.pop()
                back.append((key, now, held.get(key)))
                _hold(held, key, now)
            elif kind not in ("undo", "redo", "note"):
                key = (sample, "" if kind == "resolve" else who)
                now = None if kind == "withdraw" else entry
                back.append((key, now, held.get(key)))
                _hold(held, key, now)
                del forth[:]
    last = {}
    for (sample, who), entry in sorted(held.items(), key=lambda item: (item[0][1] == "", item[1]["time"])):
        if annotator is None or who == annotator:
            last[sample] = entry
    return last


def _hold(held, key, entry):
    held.pop(key, None)
    if entry is not None:
        held[key] = entry


def _numpy(values):
    if hasattr(values, "detach"):
        values = values.detach().cpu()
        values = (values.float() if values.is_floating_point() else values).numpy()
    return np.asarray(values)


def _floats(values, what):
    array = _numpy(values).astype(np.float32)
    if not np.isfinite(array).all():
        raise ValueError("%s are not all finite" % what)
    return array


def _labels(values):
    array = _numpy(values)
    return array.astype(str) if array.dtype.kind in "OUS" else array.astype(np.int64)


def _head(head):
    if hasattr(head, "weight"):
        weight, bias = head.weight, getattr(head, "bias", None)
    elif isinstance(head, (tuple, list)) and len(head) == 2 and np.ndim(_numpy(head[0])) == 2:
        weight, bias = head
    else:
        weight, bias = head, None
    weight = _floats(weight, "head weights")
    return weight, np.zeros(len(weight), np.float32) if bias is None else _floats(bias, "head biases")


def _put_part(arrays, prefix, part):
    features = _floats(part[0], prefix + "features")
    labels = _labels(part[1])
    paths = part[2] if len(part) > 2 else None
    if features.ndim != 2 or labels.shape != (len(features),):
        raise ValueError("%sfeatures %s and labels %s are not [N,F] and [N]"
                         % (prefix, features.shape, labels.shape))
    arrays[prefix + "features"], arrays[prefix + "labels"] = features, labels
    if paths is not None:
        if len(paths) != len(features):
            raise ValueError("%d %spaths for %d samples" % (len(paths), prefix, len(features)))
        arrays[prefix + "paths"] = np.array([os.fspath(p) for p in paths])


def _save(path, arrays):
    path = os.fspath(path)
    if not path.endswith(".npz"):
        path += ".npz"
    half = path + ".part"
    try:
        with open(half, "wb") as out:
            np.savez(out, **arrays)
        os.replace(half, path)
    except BaseException:
        if os.path.exists(half):
            os.unlink(half)
        raise
    return path
