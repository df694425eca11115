// The script of the element once more, from another address.
import "./memory-network.js?again";
