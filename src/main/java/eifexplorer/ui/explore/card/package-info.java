/** Cards of pairs, to be handed on: start at {@link eifexplorer.ui.explore.card.CardViewModel}. */
@NullMarked
package eifexplorer.ui.explore.card;

import org.jspecify.annotations.NullMarked;
