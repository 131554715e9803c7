/**
 * A project folder on disk: start at {@link eifexplorer.workspace.Workspace}.
 *
 * <p>Support package: knows no feature. Layout of the folder:
 *
 * <pre>
 * workspace.json            name, data set, schema version
 * models/&lt;id&gt;/              model.json, weights.safetensors
 * features/&lt;fingerprint&gt;/   train.npy, test.npy [n,F] float32, index.csv
 * runs/&lt;id&gt;/                run.json, epochs.jsonl, checkpoints, outcome.json
 * results/&lt;fingerprint&gt;/    scores and their provenance
 * results/experiments/      a folder each: what is run, its finished units, its result
 * plans/                    training plans that were run in the window
 * review/marks.jsonl        flags and pairs that were looked at
 * review/journal.jsonl      decisions about labels, one a line
 * review/revisions/&lt;n&gt;.json committed labels
 * review/current.json       which revision is current
 * lock                      held while the manifest is changed; runs/&lt;id&gt;/ and review/ have their own
 * cache/                    thumbnails; may be deleted
 * trash/                    deleted models; may be deleted
 * </pre>
 *
 * <p>Results are keyed by the {@link eifexplorer.workspace.Fingerprint} of their inputs, so a changed weight or label
 * never shows an old result. Files appear whole or not at all ({@link eifexplorer.workspace.AtomicFiles});
 * {@link eifexplorer.workspace.FolderLock} keeps two programs from changing the same thing.
 */
@NullMarked
package eifexplorer.workspace;

import org.jspecify.annotations.NullMarked;
