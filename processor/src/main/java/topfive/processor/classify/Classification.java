package topfive.processor.classify;

import java.util.List;
import topfive.contract.Label;

public record Classification(List<Label> topics, List<Label> themes) {}
