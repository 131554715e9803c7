package eifexplorer.model;

import eifexplorer.workspace.Unreadable;
import java.util.List;

/**
 * The models of a workspace.
 *
 * @param cards of those that are understood, oldest first
 * @param unreadable the others, by the name of their folder
 */
public record ModelListing(List<ModelCard> cards, List<Unreadable> unreadable) {
  /** Copies the lists. */
  public ModelListing {
    cards = List.copyOf(cards);
    unreadable = List.copyOf(unreadable);
  }
}
