"""Asks a window to close, as the cross in its frame does: `close.py WINDOW`. Older versions of xdotool cannot."""

import ctypes
import sys

x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.restype = ctypes.c_ulong
x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
x.XCloseDisplay.argtypes = [ctypes.c_void_p]


class Message(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_ulong * 5),
        # As long as the longest event.
        ("rest", ctypes.c_long * 24),
    ]


CLIENT_MESSAGE = 33
display = x.XOpenDisplay(None)
if not display:
    sys.exit("no display")
atom = lambda name: x.XInternAtom(display, name, 0)
window = int(sys.argv[1])
message = Message(type=CLIENT_MESSAGE, window=window, message_type=atom(b"WM_PROTOCOLS"), format=32)
message.data[0] = atom(b"WM_DELETE_WINDOW")
x.XSendEvent(display, window, 0, 0, ctypes.byref(message))
x.XCloseDisplay(display)
