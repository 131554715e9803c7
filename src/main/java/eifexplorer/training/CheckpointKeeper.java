package eifexplorer.training;

import java.util.Optional;

/** Keeps a run's checkpoints; called on the thread that trains. */
public interface CheckpointKeeper {
  /** Keeps nothing. */
  CheckpointKeeper NONE =
      new CheckpointKeeper() {
        @Override
        public Optional<Checkpoint> last() {
          return Optional.empty();
        }

        @Override
        public boolean isDue(boolean epochDone) {
          return false;
        }

        @Override
        public void keepLast(Checkpoint checkpoint) {}

        @Override
        public void keepBest(Checkpoint checkpoint) {}
      };

  /** Where the run goes on; empty if it begins. */
  Optional<Checkpoint> last();

  /**
   * Whether it is time for another checkpoint; asked after every step.
   *
   * @param epochDone whether an epoch is just over
   */
  boolean isDue(boolean epochDone);

  /** Keeps where the run stands, in place of the last time. */
  void keepLast(Checkpoint checkpoint);

  /** Keeps the best epoch's weights, in place of those before. */
  void keepBest(Checkpoint checkpoint);
}
