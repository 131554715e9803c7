/**
 * What would become of the pair if training images were left out, counted more, or had another label: start at {@link
 * eifexplorer.ui.explore.whatif.WhatIfViewModel}.
 *
 * <p>The last layer learns on for a moment with the change, once a seed, and as often with the same change made to images
 * drawn at random; {@link eifexplorer.ui.explore.whatif.WhatIfResult} holds both against each other. {@link
 * eifexplorer.ui.explore.whatif.WhatIfSheet} shows it over the middle of the Explore screen.
 */
@NullMarked
package eifexplorer.ui.explore.whatif;

import org.jspecify.annotations.NullMarked;
