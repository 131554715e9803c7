package eifexplorer.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.Target;
import eifexplorer.job.JobContext;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.SmallInputs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldStudyGoldenTest {
  private Npz golden;
  private Findings findings;

  /** The golden embeddings are the features, and the last layer leaves them as they are. */
  @BeforeEach
  void runOnTheReferencesEmbeddings() {
    golden = GoldenFiles.open("07_field_study.npz");
    NdArray rows = golden.array("X");
    int size = rows.axis(1);
    float[] identity = new float[size * size];
    IntStream.range(0, size).forEach(i -> identity[i * size + i] = 1);
    HeapFeatures features = new HeapFeatures(rows.floats(), rows.axis(0), size);
    int[] labels = golden.array("y").ints();
    float[] proxies = new float[16 * size];
    Arrays.fill(proxies, 1);
    Experiment experiment = new FieldStudy();
    findings =
        experiment.run(
            SmallInputs.of(
                new EmbeddingBundle(
                    features,
                    labels,
                    features,
                    labels,
                    new EmbeddingHead(identity, new float[size]),
                    new Proxies(proxies, size, 1),
                    List.of(),
                    List.of())),
            ParameterValues.of(experiment.parameters(), Map.of("pictures", "1")),
            FinishedUnits.inMemory(),
            ExperimentObserver.NONE,
            JobContext.unattended());
  }

  @AfterEach
  void close() {
    golden.close();
  }

  private int golden(String name) {
    return golden.array(name).ints()[0];
  }

  @Test
  void countsAreTheReferences() {
    ResultTable summary = findings.table("summary").orElseThrow();

    assertEquals(
        List.of(
            golden("ct_relabel_instances"),
            golden("ct_relabel_instances"),
            golden("ct_relabel"),
            golden("ct_relabel_sig"),
            golden.array("centrailized_relabel").ints().length,
            golden.array("diversified_relabel").ints().length,
            golden.array("individual_relabel").ints().length,
            golden.array("other_relabel").ints().length),
        IntStream.range(0, summary.rows().size()).mapToObj(r -> summary.cell(r, "count")).toList());
    assertEquals(484, summary.cell(0, "of"));
    assertEquals(golden("ct_instances"), summary.cell(1, "of"));
  }

  @Test
  void classesAreOfTheReferencesKinds() {
    ResultTable classes = findings.table("classes").orElseThrow();
    for (String kind : List.of("centralised", "diversified", "individual", "other")) {
      String name = kind.equals("centralised") ? "centrailized" : kind;
      assertEquals(
          Arrays.stream(golden.array(name + "_relabel").ints())
              .mapToObj(label -> "class " + label)
              .toList(),
          IntStream.range(0, classes.rows().size())
              .filter(r -> classes.cell(r, "kind").equals(kind))
              .mapToObj(r -> (String) classes.cell(r, "class"))
              .sorted()
              .toList());
    }
  }

  @Test
  void behindEachNumberAreItsImages() {
    int[] labels = golden.array("y").ints();
    int[] relabel = golden.array("relabel").ints();
    List<Integer> all =
        IntStream.range(0, labels.length).filter(i -> relabel[i] != labels[i]).boxed().toList();

    assertEquals(
        Target.trainImages(all), findings.table("summary").orElseThrow().rows().get(0).target());
    Row first = findings.table("classes").orElseThrow().rows().get(0);
    assertEquals(first.cells().get(3), first.target().indices().size());
    assertEquals(
        all,
        findings.table("images").orElseThrow().rows().stream()
            .map(row -> row.target().indices().get(0))
            .sorted()
            .toList());
    assertEquals(1, findings.sheets().size());
  }
}
