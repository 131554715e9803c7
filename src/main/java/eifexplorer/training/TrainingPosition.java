package eifexplorer.training;

/**
 * How far a run has come.
 *
 * @param epoch the epoch it is in, counted from 1 with the warm-up
 * @param passed batches of it that are over
 * @param lossSum sum of the losses of the batches that gave one
 * @param lossCount their number
 * @param images samples they held
 * @param seconds time they took
 * @param schedule where the learning rates stand
 */
public record TrainingPosition(
    int epoch,
    int passed,
    double lossSum,
    int lossCount,
    int images,
    double seconds,
    Schedule schedule) {
  /** Before the first batch. */
  static final TrainingPosition START = start(1, Schedule.START);

  /** Before the first batch of an epoch. */
  static TrainingPosition start(int epoch, Schedule schedule) {
    return new TrainingPosition(epoch, 0, 0, 0, 0, 0, schedule);
  }
}
