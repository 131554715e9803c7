package eifexplorer.model;

import eifexplorer.engine.Pooling;
import java.util.Optional;

/**
 * A back bone as a person asks for it.
 *
 * @param architecture its name; empty for whatever the weights are for
 * @param pooling how the last feature map becomes a vector; empty for the usual one of the kind of training
 */
public record BackboneChoice(Optional<String> architecture, Optional<Pooling> pooling) {}
