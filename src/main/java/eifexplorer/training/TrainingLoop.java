package eifexplorer.training;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.Learner.BatchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The epochs of a run: warm-up, main epochs with fresh optimisers, schedule, measurements, checkpoints.
 *
 * <p>A run that goes on from a checkpoint does what it would have done: the sampler draws the epoch again and the batches
 * that are over are left out.
 */
final class TrainingLoop {
  private final TrainingPlan plan;
  private final Learner learner;
  private final BatchSampler sampler;
  private final TrainingObserver observer;
  private final CheckpointKeeper keeper;
  private final JobContext context;
  private final List<EpochReport> reports = new ArrayList<>();
  private TrainingPosition at = TrainingPosition.START;
  private long[] samplerState;
  private long firstBatch;
  private long mark;

  TrainingLoop(
      TrainingPlan plan,
      Learner learner,
      BatchSampler sampler,
      TrainingObserver observer,
      CheckpointKeeper keeper,
      JobContext context) {
    this.plan = plan;
    this.learner = learner;
    this.sampler = sampler;
    this.observer = observer;
    this.keeper = keeper;
    this.context = context;
    this.samplerState = sampler.state();
  }

  /**
   * Runs to the end.
   *
   * @return reports of the epochs that ended here
   * @throws ProblemException if the loss is not a number, or no sample can be read
   * @throws JobCancelledException when cancelled; where it stands is kept
   */
  List<EpochReport> run() {
    keeper.last().ifPresent(this::goOnFrom);
    firstBatch = batchesDone();
    try {
      while (at.epoch() <= plan.totalEpochs() && !at.schedule().endsEarly(plan)) {
        epoch();
      }
    } catch (JobCancelledException e) {
      if (learner.isFinite()) {
        keeper.keepLast(checkpoint());
      }
      throw e;
    }
    return reports;
  }

  private void goOnFrom(Checkpoint last) {
    at = last.position();
    samplerState = last.sampler();
    sampler.restore(samplerState);
    learner.restore(last.weights());
  }

  private long batchesDone() {
    return (long) (at.epoch() - 1) * sampler.batchesPerEpoch() + at.passed();
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(at, learner.state(), samplerState);
  }

  private void epoch() {
    learner.setWarmUp(at.epoch() <= plan.warmUpEpochs());
    boolean begins = at.epoch() == 1 || at.epoch() == plan.warmUpEpochs() + 1;
    if (begins && at.passed() == 0) {
      learner.freshOptimisers();
    }
    double factor = at.schedule().rateFactor(plan, at.epoch());
    List<int[]> batches = sampler.nextEpoch();
    int before = at.passed();
    mark = System.nanoTime();
    List<int[]> left = batches.subList(before, batches.size());
    try (BatchSource source = learner.open(left, at.epoch())) {
      while (source.hasNext()) {
        giveWay();
        group(source, before, factor);
        if (keeper.isDue(false)) {
          keep();
          mark = System.nanoTime();
        }
      }
    }
    if (at.lossCount() == 0) {
      throw new ProblemException(
          "None of the training images can be read", "", "Check the data set's folder.");
    }
    endEpoch(factor);
  }

  /** What the run waits here for others is no time of its own. */
  private void giveWay() {
    long before = System.nanoTime();
    context.giveWay();
    mark += System.nanoTime() - before;
  }

  /** The batches of one step. */
  private void group(BatchSource source, int before, double factor) {
    int batches = sampler.batchesPerEpoch();
    int size = Math.min(plan.batches().accumulate(), batches - at.passed());
    double sum = 0;
    int images = 0;
    int taken = 0;
    while (taken < size && source.hasNext()) {
      double loss = source.addNext(1.0 / size);
      requireFinite(loss, before + source.passed(), factor);
      observer.batchDone(new BatchReport(at.epoch(), before + source.passed(), batches, loss));
      sum += loss;
      images += source.samples();
      taken++;
    }
    learner.step(factor);
    // Waiting for images counts, writing checkpoints does not.
    double seconds = (System.nanoTime() - mark) / 1e9;
    mark = System.nanoTime();
    at =
        new TrainingPosition(
            at.epoch(),
            before + source.passed(),
            at.lossSum() + sum,
            at.lossCount() + taken,
            at.images() + images,
            at.seconds() + seconds,
            at.schedule());
    // Counted from where this call began: the rate, and so the time left, would be wrong otherwise.
    long total = (long) plan.totalEpochs() * batches - firstBatch;
    context.progress(batchesDone() - firstBatch, total, "batches");
  }

  private void requireFinite(double loss, int batch, double factor) {
    if (!Double.isFinite(loss)) {
      OptimiserPlan rates = plan.optimiser();
      boolean warmUp = at.epoch() <= plan.warmUpEpochs();
      throw new ProblemException(
          "The loss of epoch " + at.epoch() + ", batch " + batch + " is not a number",
          "learning rates: back bone "
              + (plan.network().frozen() || warmUp ? 0 : factor * rates.backboneRate())
              + ", head "
              + factor * rates.headRate()
              + ", proxies "
              + factor * rates.proxyRate(),
          "Lower them. The last good checkpoint is kept.");
    }
  }

  private void endEpoch(double factor) {
    int epoch = at.epoch();
    boolean last = epoch == plan.totalEpochs();
    boolean wanted = last || epoch % plan.validation().everyEpochs() == 0;
    Map<String, Double> metrics =
        wanted && learner.isFinite() ? observer.measure(learner.head()) : Map.of();
    if (learner.isFinite()) {
      observer.weights(epoch, learner.head(), learner.proxies().now());
    }
    double mean = at.lossSum() / at.lossCount();
    EpochReport report = new EpochReport(epoch, mean, at.seconds(), at.images(), factor, metrics);
    Schedule schedule = at.schedule();
    if (report.score().isPresent()) {
      schedule = schedule.measured(plan, epoch, report.score().getAsDouble());
    }
    at = TrainingPosition.start(epoch + 1, schedule);
    samplerState = sampler.state();
    if (schedule.bestEpoch() == epoch) {
      keeper.keepBest(checkpoint().withoutOptimiser());
    }
    reports.add(report);
    observer.epochDone(report);
    if (last || schedule.endsEarly(plan) || keeper.isDue(true)) {
      keep();
    }
  }

  /** Keeps where the run stands, unless a weight has ceased to be a number: the next loss will say so. */
  private void keep() {
    if (learner.isFinite()) {
      keeper.keepLast(checkpoint());
    }
  }
}
