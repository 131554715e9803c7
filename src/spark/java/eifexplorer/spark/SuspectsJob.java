package eifexplorer.spark;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.export.NamedRows;
import eifexplorer.export.SuspectRows;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.review.suspect.LabelFits;
import eifexplorer.review.suspect.LabelLikelihood;
import eifexplorer.review.suspect.MarginSpread;
import eifexplorer.review.suspect.MarginSums;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.RelabelScale;
import eifexplorer.review.suspect.SuspectMargins;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.ProgramVersion;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;

/**
 * The quick order of suspects and what their labels may be, over parts of the training rows. The rows are read four times: two
 * sums over them and the label fits of some are joined on the way to the driver, then the margins and likeliest labels of each
 * come back. Only the neighbours' votes are kept on the way, which ask every row about all others.
 */
final class SuspectsJob {
  private final Cluster cluster;
  private final ClusterWorkspace opened;
  private final int partitions;
  private final List<RowPart> parts;
  private final RowHashes hashes;

  SuspectsJob(Cluster cluster, ClusterWorkspace opened, int partitions) {
    this.cluster = cluster;
    this.opened = opened;
    this.partitions = partitions;
    this.parts =
        RowParts.of(opened.bundle().trainFeatures(), opened.bundle().trainLabels(), partitions);
    this.hashes = RowHashes.of(cluster, opened.bundle().trainFeatures(), parts);
  }

  /** What the margins say of all rows. */
  private SuspectMargins.Of margins() {
    Broadcast<HeadValues> head = cluster.broadcast(HeadValues.of(opened.bundle().head()));
    int[] labels = opened.bundle().trainLabels();
    int classes = opened.bundle().proxies().classCount();
    MarginSums sums =
        cluster.reduce(parts, part -> sums(part, head.value(), classes), MarginSums::plus);
    Broadcast<MarginSums> all = cluster.broadcast(sums);
    MarginSpread spread =
        cluster.reduce(parts, part -> spread(part, all.value()), MarginSpread::plus);
    Broadcast<SuspectMargins> margins =
        cluster.broadcast(SuspectMargins.of(sums, spread, new JavaMatrixMath()));
    int step = RelabelScale.step(labels.length, classes);
    RelabelScale scale =
        RelabelScale.of(
            cluster.map(parts, part -> fits(part, step, head.value(), margins.value())));
    RowHashes began = hashes;
    return SuspectMargins.Of.joined(
        cluster.map(parts, part -> margins(part, head.value(), margins.value(), scale, began)));
  }

  private static MarginSums sums(RowPart part, HeadValues head, int classes) {
    return MarginSums.of(
        part.open(), part.labels(), head.head(), classes, new JavaMatrixMath());
  }

  private static MarginSpread spread(RowPart part, MarginSums all) {
    return MarginSpread.of(
        part.open(), part.labels(), all, new JavaMatrixMath(), JobContext.unattended());
  }

  /** Of each {@code step}-th of all rows. */
  private static LabelFits fits(RowPart part, int step, HeadValues head, SuspectMargins margins) {
    int[] some =
        IntStream.range(0, part.labels().length)
            .filter(i -> (part.from() + i) % step == 0)
            .toArray();
    return margins.labelFits(
        SelectedRows.of(part.open(), some),
        IntStream.of(some).map(i -> part.labels()[i]).toArray(),
        head.head(),
        new JavaMatrixMath(),
        JobContext.unattended());
  }

  private static SuspectMargins.Of margins(
      RowPart part, HeadValues head, SuspectMargins margins, RelabelScale scale, RowHashes began) {
    FeatureMatrix rows = part.open();
    SuspectMargins.Of found =
        margins.of(
            rows,
            part.labels(),
            head.head(),
            scale,
            new JavaMatrixMath(),
            JobContext.unattended());
    began.requireUnchanged(part, rows);
    return found;
  }

  /**
   * Writes all rows, the most suspect first; says how many they are.
   *
   * @param neighbours whether to ask them: a search of all rows for each
   */
  int write(Path file, boolean neighbours) {
    SuspectMargins.Of margins = margins();
    Path folder = votesFolder();
    int[] labels = opened.bundle().trainLabels();
    int[] votes = neighbours ? votes(folder) : labels;
    Map<String, SuspectScores> scores = margins.scores();
    SuspectRows rows = new SuspectRows(opened.features().dataset(), scores);
    int[] order = RankWeights.QUICK.combine(scores).order();
    NamedRows.of(
            lines(
                order.length,
                at -> {
                  int i = order[at];
                  List<LabelLikelihood> vote = List.of(new LabelLikelihood(votes[i], 1));
                  Map<String, Object> line =
                      rows.line(at + 1, margins.suggestion(i, labels[i], vote));
                  if (!neighbours) {
                    line.put(SuspectRows.AGREE, "");
                  }
                  return line;
                }))
        .write(file);
    FolderTrees.delete(folder);
    return order.length;
  }

  /** Lines that are made as they are written: all at once would fill a small driver. */
  private static List<Map<String, Object>> lines(
      int size, IntFunction<Map<String, Object>> line) {
    return new AbstractList<>() {
      @Override
      public Map<String, Object> get(int index) {
        return line.apply(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private int[] votes(Path folder) {
    return new VoteJob(cluster, opened.bundle(), hashes, PartFiles.in(folder))
        .of(IntStream.range(0, opened.bundle().trainLabels().length).toArray(), partitions);
  }

  private Path votesFolder() {
    EmbeddingBundle bundle = opened.bundle();
    return opened
        .workspace()
        .resultFolder(
            Fingerprint.builder()
                .add("votes", ProgramVersion.current())
                .add("features", hashes.digits())
                .add("labels", bundle.trainLabels())
                .add("weight", bundle.head().weight())
                .add("bias", bundle.head().bias())
                .build());
  }
}
