package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Keeps which labels are known to be wrong: a row {@code path,given,true} for each, classes by name. */
final class NoiseTruth {
  private NoiseTruth() {}

  /** Writes the file, unless no label is known to be wrong. */
  static void write(Path file, ImageDataset dataset) {
    if (dataset.noise().isPresent()) {
      AtomicFiles.write(
          file, out -> write(out, dataset, new TreeMap<>(dataset.noise().get().trueLabels())));
    }
  }

  private static void write(OutputStream out, ImageDataset dataset, Map<Integer, Integer> truth)
      throws IOException {
    CSVPrinter csv =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    csv.printRecord("path", "given", "true");
    for (Map.Entry<Integer, Integer> entry : truth.entrySet()) {
      Sample sample = dataset.train().get(entry.getKey());
      if (sample.label() == entry.getValue()) {
        continue; // A label revision has put it right.
      }
      csv.printRecord(
          sample.path(),
          dataset.classOf(sample.label()).name(),
          dataset.classOf(entry.getValue()).name());
    }
    csv.flush();
  }
}
