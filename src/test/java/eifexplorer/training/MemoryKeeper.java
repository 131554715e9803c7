package eifexplorer.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps every checkpoint of a run, one after every step. */
final class MemoryKeeper implements CheckpointKeeper {
  private final List<Checkpoint> all = new ArrayList<>();
  private final List<Checkpoint> best = new ArrayList<>();
  private final Optional<Checkpoint> start;

  /** A run from the beginning. */
  MemoryKeeper() {
    this(Optional.empty());
  }

  /** A run that goes on. */
  MemoryKeeper(Optional<Checkpoint> start) {
    this.start = start;
  }

  List<Checkpoint> all() {
    return all;
  }

  List<Checkpoint> best() {
    return best;
  }

  @Override
  public Optional<Checkpoint> last() {
    return start;
  }

  @Override
  public boolean isDue(boolean epochDone) {
    return true;
  }

  @Override
  public void keepLast(Checkpoint checkpoint) {
    all.add(checkpoint);
  }

  @Override
  public void keepBest(Checkpoint checkpoint) {
    best.add(checkpoint);
  }
}
