package eifexplorer.spark;

import eifexplorer.dataset.Sample;
import eifexplorer.export.ConfusionFiles;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.review.suspect.MarginSpread;
import eifexplorer.review.suspect.MarginSums;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectMargins;
import eifexplorer.review.suspect.SuspectScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;

/**
 * The quick order of suspects over parts of the training rows, which are read three times: two sums over them are joined on the
 * way to the driver, and a number of each detector comes back for each row. Nothing is kept on the way.
 */
final class SuspectsJob {
  private final Cluster cluster;
  private final ClusterWorkspace opened;
  private final List<RowPart> parts;

  SuspectsJob(Cluster cluster, ClusterWorkspace opened, int partitions) {
    this.cluster = cluster;
    this.opened = opened;
    this.parts =
        RowParts.of(opened.bundle().trainFeatures(), opened.bundle().trainLabels(), partitions);
  }

  /** The scores of the quick order's detectors, of all rows. */
  Map<String, SuspectScores> scores() {
    Broadcast<HeadValues> head = cluster.broadcast(HeadValues.of(opened.bundle().head()));
    int classes = opened.bundle().proxies().classCount();
    MarginSums sums =
        cluster.reduce(parts, part -> sums(part, head.value(), classes), MarginSums::plus);
    Broadcast<MarginSums> all = cluster.broadcast(sums);
    MarginSpread spread =
        cluster.reduce(parts, part -> spread(part, all.value()), MarginSpread::plus);
    Broadcast<SuspectMargins> margins =
        cluster.broadcast(SuspectMargins.of(sums, spread, new JavaMatrixMath()));
    return SuspectMargins.scores(
        cluster.map(parts, part -> margins(part, head.value(), margins.value())));
  }

  private static MarginSums sums(RowPart part, HeadValues head, int classes) {
    return MarginSums.of(
        part.rows().open(), part.labels(), head.head(), classes, new JavaMatrixMath());
  }

  private static MarginSpread spread(RowPart part, MarginSums all) {
    return MarginSpread.of(
        part.rows().open(), part.labels(), all, new JavaMatrixMath(), JobContext.unattended());
  }

  private static SuspectMargins.Of margins(RowPart part, HeadValues head, SuspectMargins margins) {
    return margins.of(
        part.rows().open(),
        part.labels(),
        head.head(),
        new JavaMatrixMath(),
        JobContext.unattended());
  }

  /** Writes all rows, the most suspect first; says how many they are. */
  int write(Path file) {
    Map<String, SuspectScores> scores = scores();
    int[] order = RankWeights.QUICK.combine(scores).order();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int rank = 1; rank <= order.length; rank++) {
      lines.add(line(rank, order[rank - 1], scores));
    }
    ConfusionFiles.write(file, lines);
    return order.length;
  }

  /** As the desktop's {@code suspects --out} has it, without what it suggests by the neighbours of all images. */
  private Map<String, Object> line(int rank, int i, Map<String, SuspectScores> scores) {
    Sample sample = opened.features().dataset().train().get(i);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("rank", rank);
    line.put("index", i);
    line.put("path", sample.path());
    line.put("label", opened.features().dataset().classOf(sample.label()).displayName());
    scores.forEach((id, of) -> line.put(id, SuspectDetectors.byId(id).format(of.value(i))));
    return line;
  }
}
