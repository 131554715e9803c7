package eifexplorer.session.diff;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The models of a session's workspace that it can be compared with. */
public final class OtherModels {
  private OtherModels() {}

  /**
   * A model.
   *
   * @param id in the workspace
   * @param title for people; with the id where several have the same title
   * @param older whether it was made before the session's own
   */
  public record Choice(String id, String title, boolean older) {
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
        choices.add(new Choice(card.id(), title(card, cards), older));
      }
    }
    return choices;
  }

  private static String title(ModelCard card, List<ModelCard> cards) {
    boolean alone = cards.stream().filter(o -> o.title().equals(card.title())).count() == 1;
    return alone ? card.title() : card.title() + " · " + card.id();
  }

  /** A session's model for people; with the id where others of its workspace have the same title. */
  static String title(ExplorerSession session) {
    return session
        .workspace()
        .map(ModelStore::new)
        .flatMap(
            store -> store.ofHead(session.bundle().head()).map(card -> title(card, store.list())))
        .orElse(session.modelTitle());
  }
}
