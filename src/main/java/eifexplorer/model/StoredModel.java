package eifexplorer.model;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;

/**
 * A model as influence needs it; the back bone stays on disk.
 *
 * @param card what it is
 * @param head last linear layer
 * @param proxies class representatives
 */
public record StoredModel(ModelCard card, EmbeddingHead head, Proxies proxies) {}
