package eifexplorer.training;

/**
 * What a batch gave.
 *
 * @param epoch counted from 1, warm-up included
 * @param batch counted from 1 within the epoch
 * @param batches batches an epoch
 * @param loss the batch's loss before the step
 */
public record BatchReport(int epoch, int batch, int batches, double loss) {}
