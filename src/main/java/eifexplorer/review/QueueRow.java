package eifexplorer.review;

import eifexplorer.dataset.Sample;
import eifexplorer.review.journal.JournalEntry;
import java.util.List;
import java.util.Optional;

/**
 * An image in the queue.
 *
 * @param trainIndex the image
 * @param sample path and given label
 * @param rank in the queue's order, from 1, whatever the filter
 * @param spotCheck drawn at random rather than by the ranking
 * @param reasons the strongest two
 * @param moreReasons how many there are besides
 * @param decision what the queue's annotator decided, if anything
 */
public record QueueRow(
    int trainIndex,
    Sample sample,
    int rank,
    boolean spotCheck,
    List<Reason> reasons,
    int moreReasons,
    Optional<JournalEntry> decision) {}
