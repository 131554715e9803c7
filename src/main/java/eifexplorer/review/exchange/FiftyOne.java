package eifexplorer.review.exchange;

import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.workspace.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * FiftyOne's JSON of samples: {@code ground_truth} is the given label, {@code corrected} what follows from all decisions
 * (absent where annotators disagree), {@code decisions} a classification for each annotator. What another program wrote
 * need only have {@code corrected}, or a {@code ground_truth} that was changed.
 */
final class FiftyOne implements DecisionFormat {
  @Override
  public String id() {
    return "fiftyone";
  }

  @Override
  public String title() {
    return "FiftyOne samples (JSON)";
  }

  @Override
  public boolean fits(Path file, String start) {
    return start.startsWith("{") && start.contains("\"samples\"");
  }

  @Override
  public void write(Path file, DecidedImages images) {
    List<Object> samples = new ArrayList<>();
    for (DecidedImages.Image image : images.images()) {
      Map<String, Object> sample = new LinkedHashMap<>();
      sample.put("filepath", image.path());
      sample.put("tags", List.of("reviewed"));
      sample.put("ground_truth", classification(image.given()));
      image
          .label()
          .map(DecisionFormat::word)
          .ifPresent(label -> sample.put("corrected", classification(label)));
      Map<String, Object> decisions = new LinkedHashMap<>();
      decisions.put("_cls", "Classifications");
      decisions.put("classifications", image.claims().stream().map(FiftyOne::decision).toList());
      sample.put("decisions", decisions);
      samples.add(sample);
    }
    Json.write(file, Map.of("samples", samples));
  }

  private static Map<String, Object> classification(String label) {
    Map<String, Object> classification = new LinkedHashMap<>();
    classification.put("_cls", "Classification");
    classification.put("label", label);
    return classification;
  }

  private static Map<String, Object> decision(JournalEntry claim) {
    Map<String, Object> decision = classification(DecisionFormat.word(claim));
    decision.put("annotator", claim.annotator());
    decision.put("time", claim.time().toString());
    Fields.put(decision, claim);
    return decision;
  }

  @Override
  public List<Row> read(Path file, ImagePaths paths) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (Object sample : Fields.list(Json.read(file, Map.class), "samples")) {
      String place = "sample " + ++number;
      String path = paths.find(Fields.text(sample, "filepath"));
      String given =
          Fields.object(sample, "ground_truth").map(of -> Fields.text(of, "label")).orElse("");
      List<?> decisions =
          Fields.object(sample, "decisions")
              .map(of -> Fields.list(of, "classifications"))
              .orElse(List.of());
      for (Object decision : decisions) {
        rows.add(row(place, path, decision, given));
      }
      if (decisions.isEmpty()) {
        Optional<Map<?, ?>> corrected = Fields.object(sample, "corrected");
        corrected
            .or(() -> Fields.object(sample, "ground_truth"))
            .ifPresent(
                label -> rows.add(row(place, path, label, corrected.isPresent() ? given : "")));
      }
    }
    return rows;
  }

  private static Row row(String place, String path, Object of, String old) {
    return Fields.row(
        place,
        path,
        Fields.text(of, "label"),
        Fields.text(of, "annotator"),
        Fields.text(of, "time"),
        of,
        old);
  }
}
