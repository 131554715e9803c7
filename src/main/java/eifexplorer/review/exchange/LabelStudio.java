package eifexplorer.review.exchange;

import eifexplorer.problem.ProblemException;
import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.workspace.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Label Studio's JSON: a list of tasks with an image, an annotation for each annotator with its choice, and the given label
 * as a prediction. Images that are left out have the choice {@value DecisionFormat#LEFT_OUT}; skipped tasks are not read.
 */
final class LabelStudio implements DecisionFormat {
  private static final String GIVEN = "given label";

  @Override
  public String id() {
    return "label-studio";
  }

  @Override
  public String title() {
    return "Label Studio tasks (JSON)";
  }

  @Override
  public boolean fits(Path file, String start) {
    return start.startsWith("[");
  }

  @Override
  public void write(Path file, DecidedImages images) {
    List<Object> tasks = new ArrayList<>();
    for (DecidedImages.Image image : images.images()) {
      Map<String, Object> task = new LinkedHashMap<>();
      task.put("id", tasks.size() + 1);
      task.put("data", Map.of("image", image.path()));
      task.put("annotations", image.claims().stream().map(LabelStudio::annotation).toList());
      task.put(
          "predictions", List.of(Map.of("model_version", GIVEN, "result", result(image.given()))));
      tasks.add(task);
    }
    Json.write(file, tasks);
  }

  private static Map<String, Object> annotation(JournalEntry claim) {
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("completed_by", Map.of("email", claim.annotator()));
    annotation.put("created_at", claim.time().toString());
    annotation.put("was_cancelled", false);
    annotation.put("result", result(DecisionFormat.word(claim)));
    Map<String, Object> meta = new LinkedHashMap<>();
    Fields.put(meta, claim);
    annotation.put("meta", meta);
    return annotation;
  }

  private static List<Map<String, Object>> result(String label) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("from_name", "label");
    result.put("to_name", "image");
    result.put("type", "choices");
    result.put("value", Map.of("choices", List.of(label)));
    return List.of(result);
  }

  @Override
  public List<Row> read(Path file, ImagePaths paths) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (Object task : Json.read(file, List.class)) {
      number++;
      String image =
          Fields.object(task, "data")
              .map(
                  data ->
                      Fields.first(
                          Fields.text(data, "image"),
                          Fields.text(data, "img"),
                          Fields.text(data, "path"),
                          Fields.text(data, "url")))
              .orElse("");
      if (image.isEmpty()) {
        throw ProblemException.inFile(
            file, "Task " + number + " names no image", "Its data should have the field image.");
      }
      for (Object annotation : Fields.list(task, "annotations")) {
        row("task " + number, paths.find(image), annotation, given(task)).ifPresent(rows::add);
      }
    }
    return rows;
  }

  /** The label that {@link #write} put there as a prediction; a model's is none the image had. */
  private static String given(Object task) {
    return Fields.list(task, "predictions").stream()
        .filter(prediction -> Fields.text(prediction, "model_version").equals(GIVEN))
        .flatMap(LabelStudio::choices)
        .findFirst()
        .map(String::valueOf)
        .orElse("");
  }

  private static Stream<?> choices(Object annotation) {
    return Fields.list(annotation, "result").stream()
        .flatMap(
            result ->
                Fields.object(result, "value").stream()
                    .flatMap(value -> Fields.list(value, "choices").stream()));
  }

  private static Optional<Row> row(String place, String path, Object annotation, String given) {
    if (annotation instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("was_cancelled"))) {
      return Optional.empty();
    }
    return choices(annotation)
        .findFirst()
        .map(
            choice ->
                Fields.row(
                    place,
                    path,
                    String.valueOf(choice),
                    annotator(annotation),
                    Fields.text(annotation, "created_at"),
                    Fields.object(annotation, "meta").orElse(Map.of()),
                    given));
  }

  private static String annotator(Object annotation) {
    return Fields.object(annotation, "completed_by")
        .map(
            who ->
                Fields.first(
                    Fields.text(who, "email"),
                    Fields.text(who, "username"),
                    Fields.text(who, "id")))
        .orElseGet(() -> Fields.text(annotation, "completed_by"));
  }
}
