package trastienda.server.platform.events;

import tools.jackson.databind.JsonNode;

import trastienda.shared.json.Json;

import java.time.Instant;
import java.util.List;

/// An event with its place in the order. `data` and `frame` are JSON; the frame is what a socket of
/// `/ws/eventos/` sends, written once for all of them.
public record LoggedEvent(
        long seq,
        String topic,
        String ref,
        List<String> channels,
        String data,
        Instant at,
        String frame) {

    static LoggedEvent of(
            long seq, String topic, String ref, List<String> channels, String data, Instant at) {
        var mapper = Json.mapper();
        var frame =
                "{\"type\":\"evento\",\"seq\":"
                        + seq
                        + ",\"topic\":"
                        + mapper.writeValueAsString(topic)
                        + ",\"ref\":"
                        + mapper.writeValueAsString(ref)
                        + ",\"data\":"
                        + data
                        + "}";
        return new LoggedEvent(seq, topic, ref, channels, data, at, frame);
    }

    /// The data, read.
    public JsonNode json() {
        return Json.mapper().readTree(data);
    }
}
