package eifexplorer.review.suspect;

import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the scores of detectors that take long, so that a model opened again has them at once. */
public interface ScoreKeeper {
  /** Keeps nothing. */
  ScoreKeeper NONE =
      new ScoreKeeper() {
        @Override
        public Optional<SuspectScores> find(String detector) {
          return Optional.empty();
        }

        @Override
        public SuspectScores findOrCompute(String detector, Supplier<SuspectScores> compute) {
          return compute.get();
        }
      };

  /** The kept scores of a detector; empty if there are none, or they can't be read. */
  Optional<SuspectScores> find(String detector);

  /** The kept scores, or new ones, which are then kept if they can be. */
  SuspectScores findOrCompute(String detector, Supplier<SuspectScores> compute);
}
