package topfive.standalone.cluster;

import topfive.standalone.topic.Broker;

/** The command by which an administrator allows what is missing. */
final class Acl {
    private Acl() {}

    static String topic(Broker broker, String operation, String topic) {
        return command(broker, operation, "--topic " + topic);
    }

    static String command(Broker broker, String operation, String resource) {
        return "kafka-acls.sh --bootstrap-server " + broker.address() + " --add --allow-principal User:" + broker.user()
                + " --operation " + operation + " " + resource;
    }
}
