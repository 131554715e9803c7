package eifexplorer.session.diff;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The models of a session's workspace that it can be compared with. */
public final class OtherModels {
  private OtherModels() {}

  /**
   * A model.
   *
   * @param id in the workspace
   * @param title for people; with what tells it apart where several have the same title
   * @param older whether it was made before the session's own
   * @param recallAt1 of its test images, 0..1; empty if it was not measured
   */
  public record Choice(String id, String title, boolean older, OptionalDouble recallAt1) {
    @Override
    public String toString() {
      return title;
    }
  }

  /** All but the session's own, oldest first; none without a workspace. Reads the models' files: call it from a job. */
  public static List<Choice> of(ExplorerSession session) {
    if (session.workspace().isEmpty()) {
      return List.of();
    }
    ModelStore store = new ModelStore(session.workspace().get());
    Optional<ModelCard> own = store.ofHead(session.bundle().head());
    List<ModelCard> cards = store.list();
    List<Choice> choices = new ArrayList<>();
    boolean older = own.isPresent();
    for (ModelCard card : cards) {
      if (own.isPresent() && card.id().equals(own.get().id())) {
        older = false;
      } else {
        choices.add(new Choice(card.id(), title(card, cards), older, card.metric("recall_at_1")));
      }
    }
    return choices;
  }

  private static String title(ModelCard card, List<ModelCard> cards) {
    List<ModelCard> same = cards.stream().filter(o -> o.title().equals(card.title())).toList();
    if (same.size() == 1) {
      return card.title();
    }
    List<Function<ModelCard, String>> facts =
        List.of(
            OtherModels::pooling,
            one -> "E " + one.embeddingSize(),
            one -> "labels " + one.labelRevision());
    String apart =
        facts.stream()
            .filter(fact -> same.stream().map(fact).distinct().count() == same.size())
            .findFirst()
            .map(fact -> fact.apply(card))
            .orElse(card.id());
    return card.title() + " · " + apart;
  }

  /** Such as {@code max pooling}, from {@code mobilenet_v2/max/layernorm}. */
  private static String pooling(ModelCard card) {
    String[] parts = card.backbone().split("/", -1);
    return parts[Math.min(1, parts.length - 1)] + " pooling";
  }

  /** A session's model for people; with what tells it apart where others of its workspace have the same title. Reads their files. */
  public static String title(ExplorerSession session) {
    return session
        .workspace()
        .map(ModelStore::new)
        .flatMap(
            store -> store.ofHead(session.bundle().head()).map(card -> title(card, store.list())))
        .orElse(session.modelTitle());
  }
}
