package eifexplorer.review.exchange;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code metadata.jsonl} of a Hugging Face {@code imagefolder}: a line for each image with {@code file_name}, {@code label}
 * (absent where annotators disagree, {@value DecisionFormat#LEFT_OUT} where it is), {@code given_label} and {@code decisions}.
 */
final class ImageFolder implements DecisionFormat {
  @Override
  public String id() {
    return "imagefolder";
  }

  @Override
  public String title() {
    return "Hugging Face imagefolder (metadata.jsonl)";
  }

  @Override
  public boolean fits(Path file, String start) {
    return start.startsWith("{") && start.lines().findFirst().orElse("").contains("\"file_name\"");
  }

  @Override
  public void write(Path file, DecidedImages images) {
    String text =
        images.images().stream()
            .map(ImageFolder::line)
            .map(line -> Json.line(line) + "\n")
            .collect(Collectors.joining());
    AtomicFiles.writeText(file, text);
  }

  private static Map<String, Object> line(DecidedImages.Image image) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file_name", image.path());
    image.label().map(DecisionFormat::word).ifPresent(label -> line.put("label", label));
    line.put("given_label", image.given());
    line.put("decisions", image.claims().stream().map(ImageFolder::decision).toList());
    return line;
  }

  private static Map<String, Object> decision(JournalEntry claim) {
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("label", DecisionFormat.word(claim));
    decision.put("annotator", claim.annotator());
    decision.put("time", claim.time().toString());
    Fields.put(decision, claim);
    return decision;
  }

  @Override
  public List<Row> read(Path file, ImagePaths paths) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String text : lines(file)) {
      number++;
      if (text.isBlank()) {
        continue;
      }
      String place = "line " + number;
      Map<?, ?> line = Json.parseLine(text, Map.class, file + ", " + place);
      String path = paths.find(Fields.text(line, "file_name"));
      List<?> decisions = Fields.list(line, "decisions");
      for (Object decision : decisions) {
        rows.add(row(place, path, decision, Fields.text(line, "given_label")));
      }
      if (decisions.isEmpty() && line.containsKey("label")) {
        rows.add(row(place, path, line, Fields.text(line, "given_label")));
      }
    }
    return rows;
  }

  private static List<String> lines(Path file) {
    try {
      return RegularFile.lines(file);
    } catch (IOException e) {
      throw new ProblemException(
          "The file can't be read", file.toString(), "It should be UTF-8 text.", e);
    }
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
