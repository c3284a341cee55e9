"""Which network addresses a page may be fetched from: public ones alone, however they are written."""

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.ip_network("::/96")
_METADATA = frozenset(
    map(ipaddress.ip_address, ("169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254"))
)
"""Where clouds answer questions about themselves; some lie in ranges that look public."""


def public(written: str) -> bool:
    """Whether an address lies on the open internet; False for what is no address."""
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return False
    return all(_open(each) for each in (address, *_inside(address)))


def _open(address: Address) -> bool:
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_loopback
        and not address.is_link_local
        and not address.is_unspecified
        and address not in _METADATA
    )


def _inside(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address carries; a network that would translate to this machine's own is none."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    carried: list[Address] = [each for each in (address.ipv4_mapped, address.sixtofour) if each is not None]
    carried += address.teredo or ()
    if address in _NAT64 or address in _COMPATIBLE:
        carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if address in _NAT64_LOCAL:
        carried.append(ipaddress.IPv4Address("127.0.0.1"))
    return carried
