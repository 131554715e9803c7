package eifexplorer.embedding;

import eifexplorer.dataset.Sample;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Which sample each row of a feature file belongs to: {@code index.csv} with {@code split,row,path,skipped}. */
final class FeatureIndex {
  /** The rows found for some samples of the stored ones, and which of them must be left out. */
  record Match(List<Sample> kept, int[] rows, int stored, List<SkippedSample> skipped) {}

  private record Row(int row, String skipped) {}

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader("split", "row", "path", "skipped").get();

  private final Map<String, Row> rows = new HashMap<>();

  /** How many rows the file of each split has. */
  private final Map<String, Integer> stored = new HashMap<>();

  private FeatureIndex() {}

  static void write(
      Path file,
      List<Sample> train,
      ExtractedFeatures trained,
      List<Sample> test,
      ExtractedFeatures tested) {
    AtomicFiles.write(
        file,
        out -> {
          CSVPrinter csv =
              new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
          print(csv, "train", train, trained.skipped());
          print(csv, "test", test, tested.skipped());
          csv.flush();
        });
  }

  private static void print(
      CSVPrinter csv, String split, List<Sample> samples, Map<Integer, String> skipped)
      throws IOException {
    for (int row = 0; row < samples.size(); row++) {
      csv.printRecord(split, row, samples.get(row).path(), skipped.getOrDefault(row, ""));
    }
  }

  static FeatureIndex read(Path file) {
    FeatureIndex index = new FeatureIndex();
    CSVFormat format = FORMAT.builder().setSkipHeaderRecord(true).get();
    try (CSVParser csv =
        CSVParser.parse(RegularFile.reader(file, StandardCharsets.UTF_8), format)) {
      for (CSVRecord line : csv) {
        String split = line.get("split");
        int row = Integer.parseInt(line.get("row"));
        index.rows.put(split + "/" + line.get("path"), new Row(row, line.get("skipped")));
        index.stored.merge(split, row + 1, Math::max);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(
          "The features' index is broken",
          file.toString(),
          "Delete its folder; features are then computed anew.",
          e);
    }
    return index;
  }

  /** Paths of all samples, in no order. */
  List<String> paths() {
    return rows.keySet().stream().map(key -> key.substring(key.indexOf('/') + 1)).toList();
  }

  /** The rows of these samples; empty if one is not in the index. */
  Optional<Match> match(String split, List<Sample> samples) {
    List<Sample> kept = new ArrayList<>();
    List<SkippedSample> skipped = new ArrayList<>();
    int[] found = new int[samples.size()];
    for (Sample sample : samples) {
      Row row = rows.get(split + "/" + sample.path());
      if (row == null) {
        return Optional.empty();
      }
      if (row.skipped().isEmpty()) {
        found[kept.size()] = row.row();
        kept.add(sample);
      } else {
        skipped.add(new SkippedSample(sample.path(), row.skipped()));
      }
    }
    return Optional.of(
        new Match(kept, Arrays.copyOf(found, kept.size()), stored.getOrDefault(split, 0), skipped));
  }
}
