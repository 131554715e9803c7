package eifexplorer.ui.explore.confusions;

import eifexplorer.session.diff.DiffKind;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a pair must be like to be listed, besides the words searched for; immutable.
 *
 * @param wrong label of the image's class, if only one is wanted
 * @param confused label of the neighbour's class, if only one is wanted
 * @param reviewed whether it must have been looked at
 * @param from the least distance, if there is a limit
 * @param below the distance it must stay below, if there is a limit
 * @param mutual whether the images must be each other's nearest neighbour
 * @param suspects how many suspects there must be among its most harmful images; 0 for any pair
 * @param flagged whether one of its most harmful images must be flagged
 * @param harmedBy training index of the image that must be among its most harmful, if one must
 * @param copies whether the images must be one photograph
 * @param compared what must have become of it with the other model of a comparison, if anything; not remembered either
 * @param touching the images of which it must have one, if it must; not remembered by a later run
 */
@RecordBuilder
public record PairFilter(
    OptionalInt wrong,
    OptionalInt confused,
    ReviewState reviewed,
    OptionalDouble from,
    OptionalDouble below,
    boolean mutual,
    int suspects,
    boolean flagged,
    OptionalInt harmedBy,
    boolean copies,
    Optional<DiffKind> compared,
    Optional<Touched> touching)
    implements PairFilterBuilder.With {
  /** Lists every pair. */
  public static final PairFilter NONE =
      new PairFilter(
          OptionalInt.empty(),
          OptionalInt.empty(),
          ReviewState.ALL,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          false,
          0,
          false,
          OptionalInt.empty(),
          false,
          Optional.empty(),
          Optional.empty());

  /**
   * Images that pairs have something to do with.
   *
   * @param test test indices, of which one must be in the pair
   * @param first test indices, of which one must be the pair's first image, the wrong one
   * @param train training indices, of which one must be among its most harmful
   * @param title says which images these are
   */
  public record Touched(Set<Integer> test, Set<Integer> first, Set<Integer> train, String title) {
    /** Images wherever they are in a pair. */
    public Touched(Set<Integer> test, Set<Integer> train, String title) {
      this(test, Set.of(), train, title);
    }

    /** Pairs that begin with one of these test images. */
    public static Touched first(Set<Integer> first, String title) {
      return new Touched(Set.of(), first, Set.of(), title);
    }

    /** Copies the sets. */
    public Touched {
      first = Set.copyOf(first);
      test = Set.copyOf(test);
      train = Set.copyOf(train);
    }

    boolean admits(PairItem item, Known known) {
      return first.contains(item.pair().wrong())
          || test.contains(item.pair().wrong())
          || test.contains(item.pair().confusedWith())
          || (!train.isEmpty() && known.mostHarmful(item).stream().anyMatch(train::contains));
    }
  }

  /** What is known of pairs besides what they are. */
  interface Known {
    /** True if a pair was looked at. */
    boolean reviewed(PairItem item);

    /** How many of a pair's most harmful images are suspects; empty if that is not known yet. */
    OptionalInt suspects(PairItem item);

    /** Training indices of a pair's most harmful images; empty if they are not known yet. */
    List<Integer> mostHarmful(PairItem item);

    /** True if the images of a pair are one photograph. */
    boolean copies(PairItem item);

    /** What became of a pair's image with the other model; empty if there is none or it is not known. */
    Optional<DiffKind> compared(PairItem item);

    /** True if a training image is flagged. */
    boolean flagged(int trainIndex);
  }

  /** Pairs of two classes only. */
  static PairFilter classPair(int wrong, int confused) {
    return NONE.withWrong(OptionalInt.of(wrong)).withConfused(OptionalInt.of(confused));
  }

  /** Pairs that a training image is among the most harmful of. */
  public static PairFilter harmedBy(int trainIndex) {
    return NONE.withHarmedBy(OptionalInt.of(trainIndex));
  }

  /** Pairs that have something to do with images. */
  public static PairFilter touching(Touched images) {
    return NONE.withTouching(Optional.of(images));
  }

  /** Whether it depends on what influence has shown so far. */
  boolean needsSurvey() {
    return suspects > 0
        || flagged
        || harmedBy.isPresent()
        || (touching.isPresent() && !touching.get().train().isEmpty());
  }

  /** True if the pair is to be listed. */
  boolean admits(PairItem item, Known known) {
    double distance = item.pair().distance();
    return (wrong.isEmpty() || wrong.getAsInt() == item.pair().wrongLabel())
        && (confused.isEmpty() || confused.getAsInt() == item.pair().confusedLabel())
        && (from.isEmpty() || distance >= from.getAsDouble())
        && (below.isEmpty() || distance < below.getAsDouble())
        && (!mutual || item.mutual())
        && (!copies || known.copies(item))
        && reviewed.admits(known.reviewed(item))
        && (compared.isEmpty() || compared.equals(known.compared(item)))
        && (touching.isEmpty() || touching.get().admits(item, known))
        && ((suspects == 0 && !flagged && harmedBy.isEmpty()) || admitsHarm(item, known));
  }

  private boolean admitsHarm(PairItem item, Known known) {
    return known.suspects(item).orElse(-1) >= suspects
        && (!flagged || known.mostHarmful(item).stream().anyMatch(known::flagged))
        && (harmedBy.isEmpty() || known.mostHarmful(item).contains(harmedBy.getAsInt()));
  }
}
