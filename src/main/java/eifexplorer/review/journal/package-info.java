/**
 * What people decided about labels: start at {@link eifexplorer.review.journal.ReviewJournal}.
 *
 * <p>{@code review/journal.jsonl} holds one {@link eifexplorer.review.journal.JournalEntry} a line and only grows: to undo
 * is an entry too. What holds now is a fold over it ({@link eifexplorer.review.journal.Decisions}), for each annotator on
 * their own, so that a second one can decide blind. {@link eifexplorer.review.journal.Agreement} compares two of them.
 *
 * <p>A {@link eifexplorer.workspace.FolderLock} keeps a second program from writing the same journal.
 */
@NullMarked
package eifexplorer.review.journal;

import org.jspecify.annotations.NullMarked;
