package eifexplorer.spark;

import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.embedding.StoredRows;
import eifexplorer.job.JobContext;
import eifexplorer.review.LabelShare;
import eifexplorer.review.NeighbourVote;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;

/**
 * The likeliest labels of training samples by their neighbours, over parts of the samples that are asked about. Every executor
 * embeds all training samples once and searches them exactly.
 */
final class VoteJob {
  private final Cluster cluster;
  private final Task task;

  /**
   * Votes among all training samples of a bundle.
   *
   * @param hashes of their features
   * @param files for parts of the answer
   */
  VoteJob(Cluster cluster, EmbeddingBundle bundle, RowHashes hashes, PartFiles files) {
    this.cluster = cluster;
    this.task =
        new Task(
            files,
            new EmbeddedRows(
                StoredRows.of(bundle.trainFeatures()).orElseThrow(),
                cluster.broadcast(HeadValues.of(bundle.head())),
                hashes),
            cluster.broadcast(bundle.trainLabels()),
            bundle.proxies().classCount());
  }

  /**
   * The likeliest label of each of some samples, in their order; the given one where neighbours say nothing.
   *
   * @param partitions parts at most
   */
  int[] of(int[] samples, int partitions) {
    int parts = Math.min(partitions, samples.length);
    List<Asked> cut = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      int from = (int) ((long) p * samples.length / parts);
      int to = (int) ((p + 1L) * samples.length / parts);
      cut.add(new Asked(from, Arrays.copyOfRange(samples, from, to)));
    }
    return parts == 0
        ? samples
        : cluster.map(cut, task::vote).stream().flatMapToInt(Arrays::stream).toArray();
  }

  /**
   * One task's samples.
   *
   * @param from place of the first one among all that are asked about
   * @param samples indices
   */
  private record Asked(int from, int[] samples) implements Serializable {
    private static final long serialVersionUID = 1L;

    int to() {
      return from + samples.length;
    }
  }

  /** An executor's share. */
  private record Task(
      PartFiles files, EmbeddedRows all, Broadcast<int[]> labels, int classes)
      implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String KIND = "votes";
    private static final HeldByExecutor<NeighbourVote> VOTE = new HeldByExecutor<>();

    int[] vote(Asked asked) {
      Function<Npz, int[]> read = npz -> read(npz, asked);
      return files
          .find(KIND, 0, asked.from(), asked.to(), read)
          .orElseGet(
              () -> {
                int[] likely = likeliest(asked.samples());
                files.write(
                    KIND, 0, asked.from(), asked.to(), read, out -> write(out, asked, likely));
                return likely;
              });
    }

    private int[] likeliest(int[] samples) {
      files.requireSeen();
      int[] given = labels.value();
      NeighbourVote vote =
          VOTE.get(
              all.hashes().digits(),
              () -> new NeighbourVote(new NeighbourIndex(all.embed()), given));
      List<List<LabelShare>> votes = vote.of(samples, JobContext.unattended());
      return IntStream.range(0, samples.length)
          .map(s -> votes.get(s).isEmpty() ? given[samples[s]] : votes.get(s).get(0).label())
          .toArray();
    }

    private int[] read(Npz npz, Asked asked) {
      int n = asked.samples().length;
      if (!Arrays.equals(asked.samples(), npz.array("samples").requireShape(n).ints())
          || !npz.array("features").strings().equals(List.of(all.hashes().digits()))) {
        throw new IllegalArgumentException("it is of other samples or features");
      }
      int[] likely = npz.array("likely").requireShape(n).ints();
      for (int label : likely) {
        Objects.checkIndex(label, classes);
      }
      return likely;
    }

    private void write(OutputStream out, Asked asked, int[] likely) throws IOException {
      Npz.Writer writer = new Npz.Writer(out);
      int n = likely.length;
      writer.put("samples", Arrays.stream(asked.samples()).asLongStream().toArray(), n);
      writer.put("likely", Arrays.stream(likely).asLongStream().toArray(), n);
      writer.put("features", List.of(all.hashes().digits()));
      writer.finish();
    }
  }
}
