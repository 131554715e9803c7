package eifexplorer.projection;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What a kept map is of and how it was made, the content of {@code map.json}.
 *
 * @param id its fingerprint, the name of its folder
 * @param points fingerprint of what is laid out: model and images
 * @param model the model's title
 * @param modelId the model's name in its workspace; empty for a bundle, an epoch, and in maps of earlier versions
 * @param labels the label revision it was made with; 0 for the data set's own labels
 * @param of what is laid out, {@code embeddings} or {@code features}
 * @param options how it was laid out
 * @param from the map it was begun from; empty for a map of its own
 * @param created when, in UTC
 */
@RecordBuilder
public record MapCard(
    String id,
    String points,
    String model,
    String modelId,
    int labels,
    String of,
    ProjectionOptions options,
    String from,
    String created) {
  /** Maps of earlier versions have no model's name. */
  public MapCard {
    modelId = modelId == null ? "" : modelId;
  }

  /** The model for people where another may have the same title. */
  public String modelAndId() {
    return modelId.isEmpty() ? model : model + " (" + modelId + ")";
  }
}
