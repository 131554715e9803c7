package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.training.EpochReport;
import eifexplorer.training.PlanPresets;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCsvTest {
  @TempDir Path folder;

  private static RunSummary run(String id, DatasetReference dataset, EpochReport... epochs) {
    return new RunSummary(
        id,
        RunState.FINISHED,
        "",
        PlanPresets.plan("cub_frozen_ProxyNCA_prob_orig"),
        List.of(epochs),
        Optional.of(dataset),
        2,
        "abc",
        List.of(),
        new Provenance("test", "2026-01-01T00:00:00Z", "train", Map.of(), Map.of()));
  }

  @Test
  void aRowForEachRunHasItsPlanAndWhatWasMeasuredLast() throws IOException {
    Path file = folder.resolve("runs.csv");
    RunCsv.writeRuns(
        file,
        List.of(
            run("a", DatasetReference.clean("cub", "/cub", "", "")),
            run(
                "b",
                new DatasetReference("cub", "/cub", "", "", "confusion:1,0", .1, 7),
                new EpochReport(1, 2.5, 2, 100, 1, Map.of("recall_at_1", .5)),
                new EpochReport(2, 2.0, 2, 100, 1, Map.of("recall_at_1", .6)))));

    String plan =
        "\"CUB-200-2011, ProxyNCA++, head on frozen features\",ProxyNCA_prob_orig,0,10,0,"
            + "mobilenet_v2/average/layernorm,true,single,256,224,512,8,4,1,0.0,1.0E-4,0.01,1.0E-8,10.0";
    assertEquals(
        List.of(
            "run,state,started,plan,loss,seed,epochs,warm_up_epochs,backbone,frozen,precision,resize,crop,"
                + "embedding_size,classes,samples_per_class,accumulate,backbone_rate,head_rate,"
                + "proxy_rate,epsilon,clip,labels,data_fingerprint,epochs_done,images_per_second,"
                + "noise,noise_share,noise_seed,last_loss,recall_at_1",
            "a,finished,2026-01-01T00:00:00Z," + plan + ",2,abc,0,0.0,,,,,",
            "b,finished,2026-01-01T00:00:00Z," + plan + ",2,abc,2,50.0,confusion,0.1,7,2.0,0.6"),
        Files.readAllLines(file));
  }

  @Test
  void aRowForEachEpochHasItsMetrics() throws IOException {
    Path file = folder.resolve("epochs.csv");
    RunCsv.writeEpochs(
        file,
        run(
            "b",
            DatasetReference.clean("cub", "/cub", "", ""),
            new EpochReport(1, 2.5, 2, 100, 1, Map.of()),
            new EpochReport(2, 2.0, 2, 100, .1, Map.of("recall_at_1", .6))));
    assertEquals(
        List.of(
            "run,epoch,loss,seconds,images,rate_factor,recall_at_1",
            "b,1,2.5,2.0,100,1.0,",
            "b,2,2.0,2.0,100,0.1,0.6"),
        Files.readAllLines(file));
  }
}
