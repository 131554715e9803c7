package eifexplorer.spark;

import eifexplorer.job.ComputePool;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.ProgramVersion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;

/** The driver's side of a cluster: runs tasks over parts and says in a sentence what went wrong. */
final class Cluster implements AutoCloseable {
  private static final AtomicBoolean SET_UP = new AtomicBoolean();

  private final JavaSparkContext spark;

  /** Connects to the cluster that {@code spark-submit} names. */
  Cluster(String step) {
    SparkConf conf = new SparkConf().setAppName("EIF Explorer: " + step);
    this.spark = new JavaSparkContext(conf);
  }

  /** What results made here say of where they were made. */
  String description() {
    return "Apache Spark " + spark.version() + ", " + spark.master();
  }

  /** Tasks that run at the same time. */
  int slots() {
    return spark.defaultParallelism();
  }

  <T> Broadcast<T> broadcast(T value) {
    return spark.broadcast(value);
  }

  /**
   * What a task finds of each part, in the parts' order.
   *
   * @throws ProblemException with the first trouble of a task, after all tasks are through; or if the cluster gave up
   */
  <P extends Serializable, R extends Serializable> List<R> map(List<P> parts, Function<P, R> task) {
    List<Outcome<R>> outcomes = run(() -> outcomes(parts, task).collect());
    List<R> results = new ArrayList<>();
    outcomes.forEach(outcome -> results.add(outcome.get()));
    return results;
  }

  /** As {@link #map}, of results that are joined on the way, in any order. */
  <P extends Serializable, R extends Serializable> R reduce(
      List<P> parts, Function<P, R> task, Function2<R, R, R> join) {
    return run(() ->
            outcomes(parts, task)
                .treeReduce((a, b) -> Outcome.of(() -> joined(join, a.get(), b.get()))))
        .get();
  }

  private static <R> R joined(Function2<R, R, R> join, R a, R b) {
    try {
      return join.call(a, b);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private <P extends Serializable, R extends Serializable> JavaRDD<Outcome<R>> outcomes(
      List<P> parts, Function<P, R> task) {
    String version = ProgramVersion.current();
    return spark
        .parallelize(parts, parts.size())
        .map(part -> Outcome.of(() -> onExecutor(version, part, task)));
  }

  private static <P, R> R onExecutor(String version, P part, Function<P, R> task) {
    requireVersion(version);
    if (SET_UP.compareAndSet(false, true)) {
      int cores = Runtime.getRuntime().availableProcessors();
      ComputePool.useThreads(
          Math.max(1, SparkEnv.get().conf().getInt("spark.executor.cores", cores)));
    }
    try {
      return task.call(part);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws {@link ProblemException} if this is another version of the program than the driver's. */
  static void requireVersion(String drivers) {
    if (!ProgramVersion.current().equals(drivers)) {
      throw new ProblemException(
          "An executor runs version "
              + ProgramVersion.current()
              + " of the program, the driver "
              + drivers,
          "",
          "Remove the other version from the executors' class path.");
    }
  }

  /** Something that the cluster may give up. */
  private interface Work<T> {
    T run() throws Exception;
  }

  private static <T> T run(Work<T> work) {
    try {
      return work.run();
    } catch (ProblemException e) {
      throw e;
    } catch (SparkException e) {
      throw gaveUp(e);
    } catch (Exception e) {
      throw e instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(e);
    }
  }

  private static ProblemException gaveUp(SparkException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("InvalidClassException") || message.contains("ClassNotFoundException")) {
      return new ProblemException(
          "The executors have other classes than the driver",
          "",
          "Submit the same eif-explorer-spark.jar to all of them, and none in their own class"
              + " path.",
          e);
    }
    return new ProblemException(
        "The cluster gave up: " + message.lines().findFirst().orElse(""),
        "",
        "What is done is kept; the same command goes on from there.",
        e);
  }

  @Override
  public void close() {
    spark.close();
  }
}
